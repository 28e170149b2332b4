"""The words of bylines that are no names, and the agencies, which are."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NOBODY = _set(
    """
    admin administrator administrador adm root user staff author authors autor auteur editor editors editorial
    guest contributor contributors writer unknown anonymous anonym none null undefined n/a na by written
    redaktion redaktionen redactie redazione redacción redaccion rédaction redakcja redakce redakcia redakciós
    redaksi redação redacao redakcija toimitus toimetus szerkesztőség редакция редакція редакцијата newsroom
    newsdesk agencies agenturen agences agencias agenzie webdesk online desk team press
    """
)
"""What stands for a name where nobody is named."""
NOBODY_LINES = re.compile(
    r"(?:the |la |die |de )?(?:author|web desk|news desk|our (?:correspondent|reporter|staff)|written by"
    r"|staff (?:writer|reporter)|special correspondent|guest author|site admin|online.?redaktion"
    r"|editorial (?:staff|team|board)|rédaction)",
    re.IGNORECASE,
)
"""The same in several words."""
POSTS = _set(
    """
    correspondent correspondents editor reporter writer journalist columnist producer photographer analyst
    fellow contributor director manager specialist consultant professor lecturer attorney critic blogger
    author founder co-founder ceo president korrespondent korrespondentin redakteur redakteurin journalistin
    reporterin autorin volontär corresponsal periodista redactor redactora columnista journaliste
    correspondant correspondante inviato inviata giornalista correspondente repórter jornalista
    korespondent korespondentka dziennikarz dziennikarka verslaggever journalista toimittaja muhabir
    muhabiri wartawan корреспондент журналист обозреватель кореспондент журналіст
    """
)
"""What people are called by their work."""
BEFORE_POSTS = _set(
    """
    senior junior chief political politics foreign international national business economics economic sport
    sports science health climate environment technology tech culture arts education staff deputy associate
    assistant managing executive contributing freelance special digital data news media travel food content
    guest former head lead the a an our in trial royal home security defence defense diplomatic financial
    europe asia africa washington moscow beijing london brussels berlin paris digital-first and of
    """
)
"""What stands before such a word."""
AGENCIES = _set(
    """
    afp ap reuters dpa apa sda ats efe ansa tass lusa belga anp ntb tt ritzau stt pap ctk čtk mti upi pti ani
    ians bernama kyodo jiji xinhua yonhap aap cp bloomberg agerpres tanjug hina bta beta interfax анадолу тасс
    рбк риа sid epd kna dts adnkronos agi askanews europapress telam antara
    """
)
"""News agencies: names that stand beside those of people, or alone."""
