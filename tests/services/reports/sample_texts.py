"""Texts for documents made by hand: names in many scripts, and texts that mean harm."""

PEOPLE = (
    "Nguyễn Thị Ánh Dương",
    "王小明",
    "ليلى المنصوري",
    "Zoë Ångström 🎻",
    "שירה לוי",
    "Олена Ковальчук",
)
"""Invented, in six scripts, one with an emoji."""
NASTY = (
    "<script>document.title = 'taken'</script>",
    '</script><img src=x onerror="document.title = 1">',
    "<!-- <script>",
    "]]> {{ 7 * 7 }} ${7 * 7} %s {0}",
    "javascript:alert(1) data:text/html,<b>x</b>",
    "photo\u202egnp.exe",
    "nul\x00bell\x07escape\x1b[31m",
    '=HYPERLINK("http://example.com","open")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "a;=1+1,\n=2+2",
    "line\u2028and paragraph\u2029separators",
    "'; } </style> @page { size: 1px } \" \\",
)
"""Texts that mean something to a browser, a spreadsheet or a terminal, and must be inert."""
