"""What is written in each encoding of old: the letters beyond ASCII of its languages, the commonest first."""

from __future__ import annotations

from typing import Final, NamedTuple


class Language(NamedTuple):
    """A language as far as its encoding is told by it."""

    letters: str
    """The commonest letters beyond ASCII, lower case, in the order of how common they are."""
    is_latin: bool = True
    """Whether its words are written in ASCII otherwise, so that such letters seldom stand side by side."""
    share: float = 0.95
    """How much of what is beyond ASCII these letters are."""


_RUSSIAN = Language("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", is_latin=False)
_UKRAINIAN = Language("оаинвіертсклудмпязьгбчйхцїюжєшщфґ", is_latin=False)
_CYRILLIC = (
    _RUSSIAN,
    _UKRAINIAN,
    Language("аоиетнрсвлкдпмзугъбчцжщяхюшйфь", is_latin=False),  # Bulgarian
    Language("аоиенртсвујкдмплзгбчњцшћжљхђфџ", is_latin=False),  # Serbian
    Language("аінеоыртлсякўдумпцзвбйгчьхшжэюёф", is_latin=False),  # Belarusian
)
_WESTERN = (
    Language("éèàêçùâîôûëïœ"),  # French
    Language("äüöß"),  # German
    Language("óáíéñúü¿¡ºª"),  # Spanish
    Language("ãáéçíóêõâúàô"),  # Portuguese
    Language("àèìòùé"),  # Italian
    Language("àéíóèòçúï·ü"),  # Catalan
    Language("äåöé"),  # Swedish, Finnish
    Language("øåæéö"),  # Danish, Norwegian
    Language("íáðöúþóéýæ"),  # Icelandic
)
_CENTRAL = (
    Language("łęąóżśćńź"),  # Polish
    Language("íáéěřčýžůšúťďňó"),  # Czech
    Language("áíéčšžýľúťňôďäĺŕó"),  # Slovak
    Language("áéöíőóüúű"),  # Hungarian
    Language("ăîâşţ"),  # Romanian
    Language("čšžćđ"),  # Croatian, Slovene
)
_BALTIC = (
    Language("ėšųįžąčūę"),  # Lithuanian
    Language("āīēūšņļžčķģ"),  # Latvian
    Language("äõüöšž"),  # Estonian
)
_TURKISH = (Language("ıüşğçöi̇â"),)
_VIETNAMESE = (Language("đ\u0323\u0301\u0300ưôơâ\u0309\u0303êăáàéèíóòúùì"),)
_GREEK = (Language("αοιτεσνηυρπκμλςίόάέδήωγθχύφώβξζψϊ", is_latin=False),)
_HEBREW = (Language("יוהלאתרבשמנדעחקכפםגסצטזןךףץ", is_latin=False),)
_ARABIC = (Language("الينمورتبعدهسفكقحجأةشصطخضىزثذءإغظئآؤپچگ،", is_latin=False),)
_THAI = (Language("านรอก่เง้มยลวดัทสตะิีปบคหแจพุช์ขใไูื็ำโผึถซศธณฐภ", is_latin=False),)
_CHINESE = (
    Language(
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行"
        "所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力与长"
        "把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利二等产新身加西月"
        "，。、“”：；？！《》",
        is_latin=False,
        share=0.6,
    ),
)
_TAIWANESE = (
    Language(
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行"
        "所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力與長"
        "把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利二等產新身加西月"
        "，。、「」：；？！《》",
        is_latin=False,
        share=0.6,
    ),
)
_JAPANESE = (
    Language(
        "のいるしたにとはてをがなでんかっれらもすりこさー、。ンまきあくストけうイルそせよリえアラめわつろちおやどみク"
        "シドジだタレコテフマロカッ日一国人年大本中出時行見月後前生間上東今金学高円子外下来気小山話女書先名水語ょゅゃ「」",
        is_latin=False,
        share=0.8,
    ),
)
_KOREAN = (
    Language(
        "이다는의에가을하고지한도로사기은인를서어리아나대있일그해자수시것정으보전부만제상들장주스라과원구년조성공위면"
        "여국경소무교방동비등유생적모할신중되와오했안선당습니까요",
        is_latin=False,
        share=0.75,
    ),
)

WRITTEN_IN: Final[dict[str, tuple[Language, ...]]] = {
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
    "cp1251": _CYRILLIC,
    "koi8-r": (_RUSSIAN,),
    "koi8-u": (_UKRAINIAN,),
    "iso8859-5": (_RUSSIAN,),
    "cp866": (_RUSSIAN,),
    "cp1253": _GREEK,
    "iso8859-7": _GREEK,
    "cp1254": _TURKISH,
    "cp1255": _HEBREW,
    "cp1256": _ARABIC,
    "iso8859-6": _ARABIC,
    "cp1257": _BALTIC,
    "cp1258": _VIETNAMESE,
    "cp874": _THAI,
    "gb18030": _CHINESE,
    "big5hkscs": _TAIWANESE,
    "cp932": _JAPANESE,
    "euc-jp": _JAPANESE,
    "cp949": _KOREAN,
}
"""The languages of each encoding by the name of its codec; of two that fit alike the first is taken."""
