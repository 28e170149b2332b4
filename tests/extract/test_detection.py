"""Pages in encodings of old are told from their letters: one short paragraph in each language is enough."""

from __future__ import annotations

import unicodedata

import pytest

from tui_reader.extract.charset import decode
from tui_reader.extract.detection import detected

PARAGRAPHS = [
    ("fr", "cp1252", "L’eau est montée pendant la nuit, et l’école a rouvert après la fête où ça chantait."),
    ("de", "cp1252", "Die Straße über den Fluss wurde für drei Tage gesperrt, sagte der Bürgermeister."),
    ("es", "cp1252", "¿Cuándo abrirá la carretera? El río creció y mañana vendrán los ingenieros españoles."),
    ("pt", "cp1252", "A água subiu e a população não saiu; amanhã haverá reunião na câmara da região."),
    ("it", "cp1252", "La città è più libera: così ha detto il sindaco, perché però l’acqua salirà."),
    ("sv", "cp1252", "Vattnet steg på natten och människorna bar sina saker till höjden för att få ro."),
    (
        "da",
        "cp1252",
        "Vandet steg om natten, og børnene på øen måtte gå over de små broer til nærmeste gård.",
    ),
    ("is", "cp1252", "Vatnið í ánni hækkaði um nóttina og íbúarnir báru eigur sínar upp á hæðina."),
    ("pl", "cp1250", "Woda podniosła się w nocy, a mieszkańcy przenieśli swoje rzeczy na wzgórze."),
    ("pl", "iso8859-2", "Woda podniosła się w nocy, a mieszkańcy przenieśli swoje rzeczy na wzgórze."),
    ("cs", "cp1250", "Voda v řece stoupla a lidé z údolí odnesli své věci na kopec, protože měli čas."),
    ("sk", "cp1250", "Voda v rieke stúpla a ľudia z údolia odniesli svoje veci, pretože ešte mali čas."),
    (
        "hu",
        "cp1250",
        "A folyó vize megemelkedett, és a völgy lakói a dombra vitték a holmijukat, hogy őrizzék.",
    ),
    ("ro", "cp1250", "Apa râului a crescut noaptea, iar oamenii şi-au dus lucrurile pe deal până dimineaţa."),
    (
        "hr",
        "cp1250",
        "Voda je narasla tijekom noći, a ljudi su prenijeli stvari na brežuljak i čekali sljedeći dan.",
    ),
    ("tr", "cp1254", "Nehrin suyu gece yükseldi ve halk eşyalarını tepeye taşıdı; şimdi bekliyorlar."),
    ("lt", "cp1257", "Upės vanduo naktį pakilo, o žmonės nunešė savo daiktus ant kalvos už mokyklų."),
    ("lv", "cp1257", "Upes ūdens naktī pacēlās, un iedzīvotāji aiznesa savas mantas uz kalna, kā ierasts."),
    ("vi", "cp1258", "Nước sông dâng lên trong đêm và người dân mang đồ đạc lên đồi để chờ trời sáng."),
    ("ru", "cp1251", "Вода поднялась ночью, и жители перенесли вещи на холм."),
    ("ru", "koi8-r", "Вода поднялась ночью, и жители перенесли вещи на холм."),
    ("ru", "iso8859-5", "Вода поднялась ночью, и жители перенесли вещи на холм."),
    ("ru", "cp866", "Вода поднялась ночью, и жители перенесли вещи на холм."),
    ("uk", "cp1251", "Вода піднялася вночі, і мешканці долини перенесли свої речі на пагорб."),
    ("uk", "koi8-u", "Вода піднялася вночі, і мешканці долини перенесли свої речі на пагорб."),
    ("bg", "cp1251", "Водата се покачи през нощта и хората пренесоха вещите си на хълма."),
    ("el", "cp1253", "Το νερό ανέβηκε τη νύχτα και οι κάτοικοι μετέφεραν τα πράγματά τους στον λόφο."),
    ("he", "cp1255", "המים עלו בלילה, ותושבי העמק נשאו את חפציהם אל הגבעה."),
    ("ar", "cp1256", "ارتفع ماء النهر في الليل ونقل سكان الوادي أمتعتهم إلى التل."),
    ("ar", "iso8859-6", "ارتفع ماء النهر في الليل ونقل سكان الوادي أمتعتهم إلى التل."),
    ("th", "cp874", "น้ำสูงขึ้นในตอนกลางคืน และชาวบ้านขนของขึ้นไปบนเนินเขา"),
    ("zh", "gb18030", "夜里河水上涨，山谷里的居民把东西搬到了山上。"),
    ("zh", "big5hkscs", "夜裡河水上漲，山谷裡的居民把東西搬到了山上。"),
    ("ja", "cp932", "夜のあいだに川の水が増え、谷の人々は荷物を丘の上へ運んだ。"),
    ("ja", "euc-jp", "夜のあいだに川の水が増え、谷の人々は荷物を丘の上へ運んだ。"),
    ("ko", "cp949", "밤사이 강물이 불어나 골짜기 사람들은 짐을 언덕 위로 옮겼다."),
]
TONES = "\u0300\u0301\u0303\u0309\u0323"


def as_typed(text: str) -> str:
    """Return the text with the tones of Vietnamese behind their letters, as windows-1258 has them."""
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in TONES)
        letters.append(unicodedata.normalize("NFC", "".join(p for p in parts if p not in TONES)) + tone)
    return "".join(letters)


@pytest.mark.parametrize("label", ["", "; charset=utf-8"], ids=["unlabelled", "as UTF-8"])
@pytest.mark.parametrize(("language", "codec", "text"), PARAGRAPHS)
def test_a_paragraph_is_read_whatever_its_page_says(language: str, codec: str, text: str, label: str) -> None:
    page = f"<title>Home</title><p>{as_typed(text) if language == 'vi' else text}</p>"
    assert decode(page.encode(codec), f"text/html{label}") == page


@pytest.mark.parametrize(("language", "codec", "text"), PARAGRAPHS)
def test_latin_1_is_what_servers_say_of_every_page(language: str, codec: str, text: str) -> None:
    page = f"<p>{(as_typed(text) if language == 'vi' else text) * 10}</p>"
    assert decode(page.encode(codec), "text/html; charset=iso-8859-1") == page


def test_a_label_is_believed_if_the_letters_allow_it() -> None:
    assert decode("<p>Ñandú, þat".encode("cp1252"), "text/html; charset=iso-8859-1") == "<p>Ñandú, þat"
    assert detected("<p>ночь".encode("cp1251"), "koi8-r") == "koi8-r"
    assert decode("<p>Íslenskþ".encode("cp1254", "ignore"), "text/html; charset=windows-1254") == "<p>Íslensk"


def test_japanese_by_shifts_of_seven_bits_is_no_ascii() -> None:
    page = "<p>夜のあいだに川の水が増えた。</p>"
    assert decode(page.encode("iso2022_jp")) == page


def test_marks_alone_are_those_of_windows() -> None:
    page = "<p>“It will hold,” she said – the dam’s keeper agreed…"
    assert decode(page.encode("cp1252"), "text/html; charset=utf-8") == page


def test_the_encoding_of_a_large_page_is_told_from_its_beginning() -> None:
    page = "<p>Вода поднялась ночью, и жители перенесли вещи на холм.</p>" * 100_000
    assert detected(page.encode("cp1251")) == "cp1251"
