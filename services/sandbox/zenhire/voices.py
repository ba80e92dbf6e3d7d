"""What people say in other languages than English: their answers, and the questions before them."""

VOICES: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        (
            "Erzählen Sie bitte von einem Fehler, den Sie erst spät bemerkt haben.",
            "Im letzten Herbst fehlte in einer Tabelle ein halber Tag, und niemand sah es. Ich "
            "habe danach jede Woche drei Zeilen von Hand nachgerechnet.",
        ),
        (
            "Wie erklären Sie etwas Schwieriges jemandem, der keine Zeit hat?",
            "Ich beginne mit dem Ergebnis und höre auf, sobald eine Frage kommt. Meistens reicht "
            "ein Beispiel aus dem Alltag, etwa eine Schlange vor der Bäckerei.",
        ),
        (
            "Was würden Sie an Ihrer jetzigen Arbeit ändern?",
            "Die Übergabe am Abend. Wir schreiben viel auf, aber lesen wenig, deshalb würde ich "
            "lieber zehn Minuten miteinander sprechen.",
        ),
    ),
    "es": (
        (
            "Cuénteme de una vez en que cambió de opinión por un dato.",
            "Yo estaba segura de que la gente compraba por la tarde. Miramos los tickets de un "
            "mes y la mitad era de antes de las once, así que movimos los turnos.",
        ),
        (
            "¿Qué hace cuando dos compañeros quieren cosas distintas?",
            "Primero pregunto a cada uno qué pasa si no se hace. Muchas veces los dos tienen "
            "razón, pero en semanas diferentes.",
        ),
        (
            "¿Cómo sabe que un trabajo está terminado?",
            "Cuando otra persona lo puede usar sin llamarme. Antes de eso, para mí, está a medias.",
        ),
    ),
    "fr": (
        (
            "Racontez-moi une réunion qui a bien fini.",
            "Nous étions neuf et personne n'avait lu le document. J'ai proposé dix minutes de "
            "silence pour le lire, et après cela la décision a pris un quart d'heure.",
        ),
        (
            "Que faites-vous le premier jour dans une nouvelle équipe ?",
            "J'écoute, et j'écris les mots que je ne comprends pas. Le soir, j'en demande trois "
            "au collègue qui a l'air le moins pressé.",
        ),
        (
            "Quelle critique vous a été utile ?",
            "On m'a dit que je répondais trop vite. Depuis, je répète la question, et la moitié "
            "du temps j'avais mal compris.",
        ),
    ),
    "vi": (
        (
            "Bạn kể về một lần phải học điều mới trong thời gian ngắn nhé.",
            "Tôi có hai tuần để học cách đọc hợp đồng thuê kho. Mỗi tối tôi hỏi chị kế toán năm "
            "câu, và đến cuối tuần thứ hai thì tự sửa được một điều khoản.",
        ),
        (
            "Khi khách hàng không hài lòng, bạn làm gì trước tiên?",
            "Tôi để khách nói hết, ghi lại đúng lời của họ, rồi đọc lại cho họ nghe. Thường thì "
            "lúc đó họ đã bớt giận.",
        ),
        (
            "Điều gì làm bạn tự hào nhất trong công việc trước?",
            "Cái bảng trắng ở cửa kho. Ai cũng viết lên đó, và từ khi có nó không ai phải gọi cho "
            "tôi vào chủ nhật nữa.",
        ),
    ),
}
