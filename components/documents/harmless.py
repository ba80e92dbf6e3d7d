"""What a flag often is when it is nothing: to be thought of before anything else."""

from collections.abc import Mapping, Sequence

from services.models.recording import SignalKind

HARMLESS: Mapping[SignalKind, Sequence[str]] = {
    SignalKind.TAB_CHANGE: (
        "The task itself had a link to open, or asked for a tool in another tab.",
        "A message or a calendar popped up and was closed again.",
        "The browser asked for the camera or the microphone once more.",
    ),
    SignalKind.FACE_OUT_OF_VIEW: (
        "Something had to be picked up, plugged in or written down beside the desk.",
        "The camera stood low, or the light changed, and the face was not recognised.",
        "Software that looks for faces misses dark skin, veils and glasses more often.",
    ),
    SignalKind.ABNORMAL_EYE_TRACKING: (
        "The camera and the window stand on two different screens.",
        "Many people look away to think, and some never look into a camera.",
        "A squint, glasses that reflect or a screen reader change what eye tracking sees.",
    ),
    SignalKind.BLACK_SCREEN: (
        "The connection broke off, and the picture came back with it.",
        "The screen was shared anew, or the computer slept for a moment.",
    ),
    SignalKind.EXTERNAL_SCREEN: (
        "A second screen is usual on a desk; that it is plugged in says nothing of its use.",
        "A docking station or a television counts as a screen too.",
    ),
    SignalKind.LATENCY_ANOMALY: (
        "The question was long, or its words were looked up in another language.",
        "The line was slow, or the candidate was not sure that the interviewer had finished.",
        "People who stammer, or who think before they speak, begin later.",
    ),
}
"""Two or three reasons for each kind."""
