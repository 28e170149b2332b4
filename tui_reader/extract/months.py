"""The months' names in the languages of the world's news, as the beginnings that tell them apart."""

from __future__ import annotations

import unicodedata

# Twelve words a language, case and accents aside; a slash parts names and forms that begin differently.
# Made after the Unicode CLDR, with the Levantine and Maghrebi names of Arabic added.
_STEMS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "fr": "janv fev mars avr mai juin juil aou sept oct nov dec",
    "de": "jan/jän feb/feber mar/maer apr mai jun jul aug sep okt nov dez",
    "es": "ene feb mar abr may jun jul ago sep/set oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb mrt/maa apr mei jun jul aug sep okt nov dec",
    "ca": "gen feb mar abr mai juny jul ag set oct nov des",
    "gl": "xan feb mar abr mai xun xul ago set out nov dec",
    "eu": "urt ots mar api mai eka uzt abu ira urr aza abe",
    "ro": "ian feb mar apr mai iun iul aug sept oct nov/noi dec",
    "af": "jan feb mrt/maa apr mei jun jul aug sep okt nov des",
    "sv": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "da": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "nb": "jan feb mar apr mai jun jul aug sep okt nov des",
    "is": "jan feb mar apr mai jun jul agu sep okt nov des",
    "fi": "tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu",
    "et": "jaan veebr mar apr mai juuni juuli aug sept okt nov dets",
    "lv": "janv febr mar apr mai jun jul aug sept okt nov dec",
    "lt": "saus vas kov bal geg birz liep rugp rugs spal lapkr gruod",
    "hu": "jan febr marc apr maj jun jul aug szept okt nov dec",
    "cs": "led uno/unor bre dub kve cvn/cerven/cervn cvc/cervenc/cervenec srp zar rij lis pro",
    "sk": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "sl": "jan feb mar apr maj jun jul avg sep okt nov dec",
    "hr": "sij velj ozu tra svi lip srp kol ruj lis stu pro",
    "bs": "jan feb mar apr maj jun jul avg sep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paz lis gru",
    "sq": "jan shk mar pri maj qer korr gus sht tet nen dhj",
    "tr": "oca sub mar nis may haz tem agu eyl eki kas ara",
    "az": "yan fev mar apr may iyn/iyun iyl/iyul avq sen okt noy dek",
    "uz": "yan fev mar apr may iyn/iyun iyl/iyul avg sen okt noy dek",
    "id": "jan feb mar apr mei jun jul agu sep okt nov des",
    "ms": "jan feb mac apr mei jun jul ogo sep okt nov dis",
    "tl": "ene peb mar abr may hun hul ago set okt nob dis",
    "sw": "jan feb mac apr mei jun jul ago sep okt nov des",
    "ha": "jan fab mar afi may yun yul agu sat okt nuw dis",
    "so": "jan feb maar abr maay juun luul/lul ago/ogo/ogs seb okt nof/noof dis",
    "ru": "янв фев мар апр май/мая июн июл авг сен окт ноя дек",
    "uk": "січ лют бер квіт трав черв лип серп вер жовт лист груд",
    "be": "сту лют сак кра май/мая чэр ліп жні вер кас ліс сне",
    "bg": "яну фев мар апр май юни юли авг сеп окт ное дек",
    "mk": "јан фев мар апр мај јун јул авг сеп окт ное дек",
    "sr": "јан феб мар апр мај јун јул авг сеп окт нов дец",
    "kk": "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
    "el": "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
    "ka": "იან თებ მარ აპრ მაი ივნ ივლ აგვ სექ ოქტ ნოე დეკ",
    "hy": "հունվ/հնվ փետ/փտվ մար/մրտ ապր մայ/մյս հունիս/հնս հուլիս/հլս օգ սեպ հոկ նոյ դեկ",
    "he": (
        "ינו/בינו פבר/בפבר מרץ/מרס/במרץ/במרס אפר/באפר מאי/במאי יוני/ביוני "
        "יולי/ביולי אוג/באוג ספט/בספט אוק/באוק נוב/בנוב דצמ/בדצמ"
    ),
    "ar": (
        "يناير/كانون_الثاني/جانفي فبراير/شباط/فيفري مارس/اذار ابريل/نيسان/افريل مايو/ايار/ماي "
        "يونيو/حزيران/جوان يوليو/تموز/جويلية اغسطس/آب/اوت سبتمبر/ايلول/شتنبر اكتوبر/تشرين_الاول "
        "نوفمبر/تشرين_الثاني/نونبر ديسمبر/كانون_الاول/دجنبر"
    ),
    "fa": "ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "hi": "जन फर/फ़र मार्च अप्रै मई जून जुल अग सित अक्टू/अक्तू नव दिस",
    "mr": "जाने फेब्रु मार्च एप्रि मे जून जुलै ऑग सप्टें ऑक्टो नोव्हें डिसें",
    "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "bn": "জানু ফেব মার্চ এপ্রি মে জুন জুল আগ সেপ অক্টো নভে ডিসে",
    "ta": "ஜன பிப் மார் ஏப் மே ஜூன் ஜூலை ஆக செப் அக் நவ டிச",
    "te": "జన ఫిబ్ర మార్చి ఏప్రి మే జూన్ జులై/జూలై ఆగ సెప్టెం అక్టో నవం డిసెం",
    "kn": "ಜನ ಫೆಬ್ರ ಮಾರ್ಚ್ ಏಪ್ರಿ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗ ಸೆಪ್ಟೆಂ ಅಕ್ಟೋ ನವೆಂ ಡಿಸೆಂ",
    "ml": "ജനു ഫെബ്രു മാർ ഏപ്രി മേ ജൂൺ ജൂലൈ ഓഗ സെപ്റ്റം ഒക്ടോ/ഒക്‌ടോ നവം ഡിസം",
    "gu": "જાન્યુ ફેબ્રુ માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગ સપ્ટે ઑક્ટો નવે ડિસે",
    "pa": "ਜਨ ਫਰ/ਫ਼ਰ ਮਾਰਚ ਅਪ੍ਰੈ ਮਈ ਜੂਨ ਜੁਲਾ ਅਗ ਸਤੰ ਅਕਤੂ ਨਵੰ ਦਸੰ",
    "th": (
        "มกรา/ม.ค กุมภา/ก.พ มีนา/มี.ค เมษา/เม.ย พฤษภา/พ.ค มิถุนา/มิ.ย กรกฎา/ก.ค สิงหา/ส.ค กันยา/ก.ย "
        "ตุลา/ต.ค พฤศจิกา/พ.ย ธันวา/ธ.ค"
    ),
}


def folded(text: str) -> str:
    """Return the text in small letters without accents and with the digits 0 to 9, whatever its script."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFD", text.casefold().replace("ı", "i").replace("\N{NO-BREAK SPACE}", " "))
    bare = "".join(character for character in parts if unicodedata.combining(character) < _ACCENTS)
    whole = unicodedata.normalize("NFC", bare)
    return "".join(str(unicodedata.digit(character, character)) for character in whole)


_ACCENTS = 200
"""Combining classes from which a mark is an accent; the vowel signs of Indian scripts are below."""
_MONTHS = {
    language: {
        folded(stem): number for number, forms in enumerate(names.split(), 1) for stem in forms.split("/")
    }
    for language, names in _STEMS.items()
}
_LONGEST_STEM = max(len(stem) for stems in _MONTHS.values() for stem in stems)


def month_number(word: str, language: str = "") -> int | None:
    """Return the number of the month that a folded word names, in the given language if it has it.

    None if it is no month, or another one in each of several languages.
    """
    for known in ([_MONTHS[language]] if language in _MONTHS else [], _MONTHS.values()):
        for length in range(min(len(word), _LONGEST_STEM), 1, -1):
            found = {stems[stem] for stems in known if (stem := word[:length]) in stems}
            if found:
                return found.pop() if len(found) == 1 else None
    return None
