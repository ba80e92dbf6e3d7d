// The recording: seeks without loading anew; a link that does not play becomes a sentence.

function say(state, failed) {
  state.video.hidden = failed;
  state.trouble.hidden = !failed;
  state.sentence.textContent = failed ? state.data.sentence : "";
  state.refresh.hidden = !state.data.refreshable;
  state.refresh.disabled = false;
}

function seek(state, seconds) {
  state.wanted = seconds;
  if (state.video.readyState >= 1) {
    state.video.currentTime = seconds;
    state.wanted = undefined;
  }
}

function begin(root) {
  const state = { loaded: null };
  state.video = make("video", { controls: true, preload: "metadata", playsinline: true, "aria-label": "Recording of the interview" });
  state.sentence = make("p");
  state.refresh = make("button", { type: "button" }, "Fetch the interview again");
  state.refresh.onclick = () => {
    state.refresh.disabled = true;
    state.send("refresh", true);
  };
  state.trouble = make("div", { class: "trouble", role: "alert", hidden: true }, icon("warning"), make("div", {}, state.sentence, state.refresh));
  state.video.onerror = () => state.loaded && say(state, true);
  state.video.onloadedmetadata = () => {
    // A sound-only file needs no black box.
    state.video.classList.toggle("sound", !state.video.videoWidth);
    if (state.wanted !== undefined) seek(state, state.wanted);
  };
  state.video.ontimeupdate = () => {
    const detail = { channel: state.data.channel, seconds: state.video.currentTime };
    window.dispatchEvent(new CustomEvent("scoreband:time", { detail }));
  };
  state.listen = ({ detail }) => {
    if (detail.channel !== state.data.channel || state.video.hidden) return;
    state.applied = detail.seconds;
    seek(state, detail.seconds);
    state.video.play().catch(() => {});
  };
  window.addEventListener("scoreband:seek", state.listen);
  root.append(state.video, state.trouble);
  return state;
}

function load(state, url) {
  state.loaded = url;
  say(state, !url);
  if (url) state.video.src = url;
  else state.video.removeAttribute("src");
}

export default function render({ data, parentElement, setTriggerValue }) {
  const state = instance(parentElement, () => begin(parentElement.querySelector(".root")));
  const before = state.data;
  Object.assign(state, { data, send: setTriggerValue });
  const fresh = !before || before.url !== data.url;
  if (fresh) load(state, data.url);
  else if (!state.trouble.hidden) state.refresh.disabled = false;
  const again = before && before.asked !== data.asked;
  // A second that the reader has just clicked in the transcript comes back from the server: no second jump.
  if (fresh || again || (before.start !== data.start && state.applied !== data.start)) seek(state, data.start);
  state.applied = undefined;
  return () => {
    window.removeEventListener("scoreband:seek", state.listen);
    state.video.pause();
    state.video.removeAttribute("src");
    state.video.load();
    INSTANCES.delete(parentElement);
  };
}
