from __future__ import annotations

import pytest

from tui_reader.extract.language import code, language_of

SENTENCES = {
    "en": "The ferry that was in the harbour has left for the island, and they have not been told of it.",
    "fr": "Le bateau qui est dans le port a quitté la ville, mais les marins ne sont pas au courant.",
    "de": "Das Schiff ist nicht mehr in dem Hafen, und die Leute von der Insel werden noch warten.",
    "es": "El barco que es de la isla no está en el puerto, pero las personas esperan por una respuesta.",
    "it": "La nave che è nel porto non è della città, ma gli uomini con il cappello sono anche di qui.",
    "pt": "O barco que não está no porto é da ilha, mas os homens da cidade vão para uma festa com todos.",
    "da": "Regeringen vil nu give flere penge til boliger, men det er ikke nok, siger de som venter på svar.",
    "nb": "Regjeringen vil nå gi mer penger til å bygge, men det er ikke nok, sier de som venter på svar.",
    "sv": "Regeringen vill nu ge mer pengar till bostäder, men det är inte nog, säger de som väntar på svar.",
    "ro": "Vaporul care a fost în port nu mai este acolo, pentru că a plecat la insulă cu oameni și cu cai.",
    "ca": "El vaixell que és del port no ha sortit amb els homes de la ciutat, i les dones són a les illes.",
    "cs": "Loď, která byla tu, se do města už nevrátí, ale lidé na ostrově čekají, že jim to někdo řekne.",
    "nl": "Het schip dat niet in de haven is, komt van een eiland, maar de mensen wachten op het antwoord.",
    "zh": "渡轮在今天早上离开了港口，岛上的居民还没有收到任何消息，大家都在等待。",
    "ja": "フェリーは今朝港を出ましたが、島の人々はまだ何も知らされていません。",
    "ko": "여객선은 오늘 아침 항구를 떠났지만 섬 주민들은 아직 소식을 듣지 못했다.",
    "ru": "Паром вышел из порта сегодня утром, но жители острова ещё ничего не знают.",
    "uk": "Пором вийшов із порту сьогодні вранці, але жителі острова ще нічого не знають про її рейс.",
    "bg": "Корабът излезе от пристанището тази сутрин, но хората на острова още не знаят нищо за това.",
    "mk": "Бродот тргна од пристаништето утрово, но луѓето на островот сѐ уште не знаат што ќе биде.",
    "sr": "Брод је јутрос изашао из луке, али људи на острву још ништа не знају и чекају вест.",
    "ar": "غادرت العبارة الميناء صباح اليوم ولم يعرف سكان الجزيرة شيئا حتى الآن.",
    "fa": "کشتی امروز صبح بندر را ترک کرد و مردم جزیره هنوز چیزی نمی‌دانند، چون پیامی نگرفته‌اند.",
    "he": "המעבורת יצאה מהנמל הבוקר ותושבי האי עדיין לא יודעים דבר על כך.",
    "bn": "ফেরিটি আজ সকালে বন্দর ছেড়ে গেছে, কিন্তু দ্বীপের মানুষ এখনও কিছুই জানে না।",
    "ta": "படகு இன்று காலை துறைமுகத்தை விட்டுச் சென்றது, ஆனால் தீவின் மக்களுக்கு எதுவும் தெரியாது.",
    "ka": "ბორანი დღეს დილით გავიდა ნავსადგურიდან, მაგრამ კუნძულის მცხოვრებლებმა არაფერი იციან.",
    "am": "ጀልባው ዛሬ ጠዋት ከወደቡ ወጥቷል፣ ነገር ግን የደሴቱ ነዋሪዎች እስካሁን ምንም አያውቁም።",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_text_that_says_nothing_of_itself_is_recognised(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize(
    ("declared", "language"), [("en-GB", "en"), ("zh_Hans_CN", "zh"), ("IW", "he"), ("x", "")]
)
def test_a_tag_is_cut_down_to_its_language(declared: str, language: str) -> None:
    assert code(declared) == language


@pytest.mark.parametrize(
    "text",
    [
        "Itsasontzia portutik atera da, baina uharteko bizilagunek ez dakite ezer eta norbaiten zain daude.",
        "Anija ka dalë nga porti, por banorët e ishullit nuk dinë ende asgjë dhe presin që dikush të flasë.",
        "Skipið er farið úr höfninni, en íbúar eyjarinnar vita ekkert um það og bíða enn frétta.",
    ],
)
def test_a_language_that_is_not_known_is_not_taken_for_its_neighbour(text: str) -> None:
    assert language_of(text * 5) == ""
    assert language_of(text * 5, "xx") == "xx"


def test_a_page_is_believed_unless_its_letters_or_words_speak_against_it() -> None:
    assert language_of("Ferry.", "fi") == "fi"
    assert language_of(SENTENCES["ar"], "fa") == "fa"
    assert language_of(SENTENCES["ru"], "bg") == "bg"
    assert language_of(SENTENCES["zh"], "en") == "zh"
    assert language_of(SENTENCES["fr"], "en-US") == "fr"
    assert language_of("", "") == ""
