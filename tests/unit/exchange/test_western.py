"""What may be taken for Windows-1252 when nothing says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.western import looks_western

WESTERN = [
    "Das Treffen fand in München statt; „Größe“ – so Müller – heißt Übermaß. „Das macht Spaß“",
    "L’été dernier, où il était né à Paris, une élève a répété : « C’est ça ! » Œuvre, cœur, âgé.",
    "El niño está aquí. ¿Qué pasa? ¡Sí! Él comió la 2ª parte, no la 3º, en el Nº 5.",
    "São Paulo não é só isso. À noite, há irmãos às vezes; corações.",
    "Perché è così? Però la città è già là. E l’università",
    "Suomen pääministeri sanoi, että määrä on hyvää. Tämä ja älä, hän äänestää, väärä tieto",
    "Jeg går ikke for å se på øl. Æ e i Å. Blåbærsyltetøy",
    "Det är så på en ö i Åland, å andra sidan. Får får får?",
    "Íslenska er falleg og það er gott að þú veist. Þetta er mjög gott mál",
    "Põhja õhtu sõber tööl käib öösel väga üksi, žanr",
    "the “precision, capabilities” don’t it’s — 5 € £10 … • © ® ™ 20°C ‘90s rock ’n’ roll",
    "CO² 12 km² 5 m³ 3 ± 2 × 4 µm ½ §5 †",
    "naïve café Zürich São Paulo Malmö Jørgensen Škoda don´t",
    "STRAßE MÜLLER ÉCOLE SÃO",
]

NOT_WESTERN = [
    ("Талибан удерживает власть три года", "cp1251"),
    ("Он сказал", "cp1251"),
    ("а в и к о с у я", "cp1251"),
    ("и", "cp1251"),
    ("One word of it, Он, is Russian, and the others are English", "cp1251"),
    ("Ёж", "cp1251"),
    ("Талибан удерживает власть", "koi8_r"),
    ("Талибан удерживает власть", "mac_cyrillic"),
    ("Талибан удерживает власть", "iso8859_5"),
    ("Są tu ludzie, którzy mówią, że było źle, a łódź płynie w świat", "cp1250"),
    ("Są tu ludzie, którzy mówią, że było źle, a łódź płynie w świat", "iso8859_2"),
    ("Nejvyšší soud rozhodl, že představila střední cestu; několik měst", "cp1250"),
    ("Nejvyšší soud rozhodl, že představila střední cestu; několik měst", "iso8859_2"),
    ("A törvényjavaslatról a felelős miniszter időpontját közölte", "cp1250"),
    ("Premijer je obećao da će u četvrtak doći čišćenje, najviše", "cp1250"),
    ("Slovenski premier je dejal, da še ni večina držav", "cp1250"),
    ("Preşedintele României şi guvernul ţării", "cp1250"),
    ("Başbakanın açıkladığı güvenliği, yeni şehir", "cp1254"),
    ("Lietuvos prezidentas sakė, kad šių metų žiemą įvyks", "cp1257"),
    ("Η κυβέρνηση είπε", "cp1253"),
    ("ממשלה אמרה", "cp1255"),
    ("الحكومة قالت", "cp1256"),
    ("政府说，塔利班", "gbk"),
    ("テスト", "shift_jis"),
    ("the “precision” don’t stop—now", "mac_roman"),
    ("“quoted”", "mac_roman"),
    ("il était né à Paris, déjà", "mac_roman"),
    ("déjà été, là", "cp850"),
]


@pytest.mark.parametrize("text", WESTERN)
def test_western_languages_are_accepted(text: str) -> None:
    assert looks_western(text.encode("cp1252").decode("cp1252"))


@pytest.mark.parametrize(("text", "encoding"), NOT_WESTERN)
def test_what_other_code_pages_become_is_not(text: str, encoding: str) -> None:
    assert not looks_western(text.encode(encoding).decode("cp1252", "replace"))


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ ", min_size=1))
def test_russian_is_never_taken_for_it(text: str) -> None:
    russian = text.encode("cp1251").decode("cp1252")
    assert not looks_western(russian) or not text.strip()


@given(
    st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=2),
    st.lists(st.sampled_from(["the", "Taliban", "said", "on", "Monday", "2021"]), min_size=10),
)
def test_russian_words_amid_english_are_never_taken_for_it(word: str, words: list[str]) -> None:
    russian = word.encode("cp1251").decode("cp1252")
    assert russian in {"þú", "þá"} or not looks_western(" ".join([*words, russian, *words]))


@pytest.mark.parametrize("text", ["été", "à", "Öl"])
def test_a_word_that_is_not_mostly_ascii_needs_a_text_that_is(text: str) -> None:
    assert not looks_western(text)
    assert looks_western(f"Some plain words, and {text} among others that are plain")
