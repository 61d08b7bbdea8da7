# ruff: noqa: E501 - lines of markup
"""Web pages as Chromium prints them."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from tests.unit.exchange.readers.pdf.making.from_the_right import ARABIC, HEBREW
from tests.unit.exchange.readers.pdf.making.story import (
    FERRY,
    FERRY_HEADLINE,
    HEADLINE,
    STORY,
    shy,
)

PICTURE = (
    '<svg viewBox="0 0 300 {height}" style="width:100%;display:block">'
    '<rect width="300" height="{height}" fill="#567"/>'
    '<circle cx="90" cy="60" r="40" fill="#abc"/></svg>'
)
CAPTION = "The bridge in November. Photo: Harbour archive"

ARTICLE_STYLE = """
@page { size: A5 } body { font: 11pt/1.35 'Liberation Serif' } h1 { font: bold 20pt 'Liberation Sans' }
h2 { font: bold 13pt 'Liberation Sans' } .by { font: 9pt 'Liberation Sans'; color: #666 }
"""

RIGHT_STYLE = """@page { size: A6; margin: 12mm }
body { font: 11pt 'Liberation Serif','Noto Sans Hebrew','DejaVu Sans'; margin: 0 }"""

NEWSPAPER_STYLE = """
@page { size: A4; margin: 12mm }
body { font: 8.5pt/1.2 'Liberation Serif'; margin: 0 }
h1 { font: bold 27pt 'Liberation Serif'; margin: 2mm 0 } h2 { font: bold 17pt 'Liberation Serif'; margin: 2mm 0 }
.lead { font: italic 12pt 'Liberation Serif'; margin: 0 0 3mm }
.text { text-align: justify; column-gap: 9pt } p { margin: 0 } p + p { text-indent: 1em }
.rest { display: grid; grid-template-columns: 1fr 2.06fr; gap: 9pt }
figure { margin: 0 0 2mm } figcaption { font: 7pt 'Liberation Sans'; margin: 1mm 0 }
.box { background: #124; color: #fff; font: 9pt 'Liberation Sans'; padding: 2mm; margin-top: 4mm }
"""


def paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def article() -> str:
    """A page with a link, bold words, a list and a subheading, printed over two pages."""
    first = escape(STORY[0]).replace(
        "city council", "<b>city</b> <a href='https://a.example'>council</a>"
    )
    return f"""<html lang="en-GB"><head><title>{HEADLINE}</title><meta name="author" content="A. Reporter">
<style>{ARTICLE_STYLE}</style></head><body><h1>{HEADLINE}</h1><div class="by">By our city desk</div>
<p>{first}</p>{paragraphs(STORY[1:5])}<h2>What is known</h2><ul><li>The bridge closes in March.</li>
<li>A ferry that can carry twenty cars is being discussed, but nobody has ordered one yet.</li></ul>
{paragraphs(STORY[5:9])}</body></html>"""


def newspaper() -> str:
    """A dense page: a column beside two under a picture, a white-on-blue box, four columns below."""
    return f"""<html lang="en"><head><title>untitled</title><style>{NEWSPAPER_STYLE}</style></head><body>
<h1>{HEADLINE}</h1><div class="lead">Traders speak of millions, but their own spreadsheet counts each lorry twice</div>
<div class="rest"><div class="text">{paragraphs(map(shy, STORY[:5]))}</div><div><figure>{PICTURE.format(height=110)}
<figcaption>{CAPTION}</figcaption></figure><div class="text" style="columns:2">
{paragraphs(map(shy, STORY[5:]))}</div></div></div>
<div class="box">Tell us: how do you cross the harbour?</div>
<h2>{FERRY_HEADLINE}</h2><div class="text" style="columns:4">{paragraphs(map(shy, FERRY))}</div>
</body></html>"""


def scripts() -> str:
    """Right-to-left scripts with numbers in them, letters above U+FFFF, emoji."""
    return """<html lang="he"><head><title>Scripts</title>
<style>@page{size:A6} body{font:12pt 'Noto Sans Hebrew','Noto Naskh Arabic','Noto Serif CJK JP','Noto Color Emoji'}
</style></head><body>
<p dir="rtl">הגשר ייסגר ב-1 במרץ למשך שנתיים לפחות, כך הודיעה העירייה ביום שלישי. עלות התיקון היא 75 מיליון.</p>
<p dir="rtl" lang="ar">أعلن المجلس يوم الثلاثاء أن الجسر سيغلق لمدة سنتين على الأقل ابتداء من 1 مارس 2026.</p>
<p dir="ltr">A smile 😀 and a flag 🇳🇴, then 𠮷野家 and café.</p>
</body></html>"""


def from_the_right(texts: Iterable[str]) -> Callable[[], str]:
    """Narrow lines of a right-to-left script."""
    return lambda: (
        f'<html dir="rtl"><head><title>Right</title><style>{RIGHT_STYLE}</style></head>'
        f"<body>{paragraphs(texts)}</body></html>"
    )


def vertical() -> str:
    return """<html lang="ja"><head><title>縦書き</title><style>@page{size:A6}
body{font:13pt/1.7 'Noto Serif CJK JP';writing-mode:vertical-rl} p{margin:0;text-indent:1em}</style></head><body>
<p>市議会は火曜日、港の橋を三月一日から少なくとも二年間閉鎖すると発表した。点検で十一本の吊り材に亀裂が見つかったためである。</p>
<p>商店主らの団体は、迂回による損失が年間四百五十万に上ると主張している。</p>
</body></html>"""


CLOSED = [
    f"Pillar {number} of the bridge has {number} cracks, as the divers found who looked at it on "
    "the first Monday of the month, and is closed"
    if number % 3 == 0
    else f"Pillar {number} is closed"
    for number in range(2, 40)
]
"""Items without full stops, some of them of two lines."""
SHORT = ["Harbour Office", "12 Quay Street", "Aldbury"]


def lists() -> str:
    """A list that goes over pages, an address in short lines, two short lines below each other."""
    items = "".join(f"<li>{item}</li>" for item in CLOSED)
    return f"""<html lang="en"><head><title>{HEADLINE}</title><style>{ARTICLE_STYLE}</style></head><body>
<h1>{HEADLINE}</h1><div>By Mira Holt</div><div>Tuesday</div>{paragraphs(STORY[:2])}<ul>{items}</ul>
{paragraphs(STORY[2:5])}<p>{"<br>".join(SHORT)}</p>{paragraphs(STORY[5:9])}</body></html>"""


PAGES = {
    "chromium-article": (article, True),
    "chromium-lists": (lists, False),
    "chromium-newspaper": (newspaper, False),
    "chromium-scripts": (scripts, False),
    "chromium-right-hebrew": (from_the_right(HEBREW), False),
    "chromium-right-arabic": (from_the_right(ARABIC), False),
    "chromium-vertical": (vertical, False),
}


def make(folder: Path) -> None:
    program = shutil.which("chromium") or "chromium-browser"
    for name, (page, with_header) in PAGES.items():
        with tempfile.TemporaryDirectory() as scratch:
            source = Path(scratch, "article.html")
            source.write_text(f"<!DOCTYPE html><meta charset=utf-8>{page()}", "utf-8")
            header = [] if with_header else ["--no-pdf-header-footer"]
            to = [f"--print-to-pdf={folder / name}.pdf", source.as_uri()]
            options = [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={scratch}/profile",
            ]
            subprocess.run(
                [program, *options, *header, *to], check=True, timeout=120, capture_output=True
            )
