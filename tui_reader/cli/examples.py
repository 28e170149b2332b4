"""What --help tells at its end: the commands by example, the exit codes, the fields of --json."""

from __future__ import annotations

EPILOG = """\
examples:
  newsreader                                  open the reader
  newsreader add https://example.org/story    save an article
  newsreader search floods tag:water          find it again
  newsreader show 12 | less                   read it here

exit codes:
  0    fine
  1    something that was asked for could not be done
  2    the command or a search could not be understood
  3    the library or the settings can't be read
  130  interrupted

Each command tells more: newsreader add --help
"""
"""Stands below the help of `newsreader` itself."""

EXAMPLES = {
    "add": """\
  newsreader add https://example.org/story https://example.org/other
  newsreader add saved-page.html notes.txt --tag water
  curl -s https://example.org/story | newsreader add -
  newsreader add - --no-wait < addresses.txt      one address a line

What can't be had now stays in the list with its reason; adding the same
address again tries again.
""",
    "list": """\
  newsreader list --unread
  newsreader list --tag water --sort length --limit 10
  newsreader list --json | jq -r '.[].url'

In a pipe each line is number, state, day of saving, site and headline, parted
by tabs.

--json prints an array of objects with the fields id, url, title, authors,
site, published, saved, language, words, state, starred, tags and story. Times
are ISO 8601; published is null if unknown. state is "unread", "read",
"archived" or "trashed", or "saving" or "failed" while there is no text. story
is one number for all articles that report the same event, else null.
""",
    "search": """\
  newsreader search floods Kazakhstan
  newsreader search '"head of state"' -draft
  newsreader search tag:water is:unread after:2026-01-01
  newsreader search person:tokayev -org:akorda after:2024-05
  newsreader search 'flood*' --json

Words are looked up in headlines and texts; "…" is a phrase, flood* finds
longer words too, title:flood looks in headlines only, and -word leaves
articles out. Conditions are tag: site: lang: is: before: after: and, by the
names in the text, person: place: org: other: (see newsreader entities). They
take whole words of a name, or beginnings of words if there is no such name or
with a star; on a terminal it is said which names were meant.

In a pipe the line around the words follows the fields that list prints; in
--json it is the field snippet.
""",
    "show": """\
  newsreader show 12
  newsreader show https://example.org/story --width 60
  newsreader show 12 --json | jq -r '.[0].text'

On a terminal a long text opens in $PAGER.
""",
    "export": """\
  newsreader export --output articles/     a file for each; again: for new ones
  newsreader export tag:water --format html --output water.html
  newsreader export 12 13 --format text | wc -w
  newsreader export --format json > library.json

Numbers and addresses name articles; anything else is a search. Without either
it is the whole library, but for the trash. If --output names a folder, or has
no suffix such as .md, each article gets a file of its own; files that exist
stay as they are unless --force replaces them.
""",
    "extract": """\
  newsreader extract page.html             its headline and text
  newsreader extract *.html --json | jq -r .title
  curl -s $URL | newsreader extract --url $URL --json
  newsreader extract --again               the whole library, from the kept pages
  newsreader extract --again site:example.org

Files are only printed, nothing is saved. --json prints one object a line with
the fields file, url, title, authors, published, modified, language, site,
image, section, keywords, text (one block a line), html, engine and warnings.
A page that holds no article gets an object too, with the reason as warning.
""",
    "annotate": """\
  newsreader annotate story.txt            who and what it names, and how often
  newsreader annotate *.txt --json | jq -r '.mentions[].text'
  newsreader annotate story.txt --published 2026-05-14 --json
  newsreader annotate --again              all saved articles, after an update
  newsreader annotate --again tag:water

Files are plain text and are only read, nothing is saved. In a pipe each line
is file, kind, name, count and value, parted by tabs.

--json prints one object a line with the fields file, text and mentions. text is
the file as it is, decoded. A mention has start and end (in characters of text),
kind (person, place, organisation, other, date, time, money, percent), text,
entity (the same number for mentions of one thing), score (0 to 1) and, where it
can be said, value: a date as in 2026-05-14, an amount as in 1500000 USD.
""",
    "entity": """\
  newsreader entity Tokayev                every article that names him
  newsreader entity Georgia --kind place
  newsreader entity "World Cup" --markdown > world-cup.md
  newsreader entity Tokayev --json | jq -r '.appears_with[].name'

The name is given in full, or by words of it if only one name has them; case and
accents don't matter. "Appears with" has the names that share more articles with
it than chance explains, the most surprising first.

--json prints an object with the fields kind, name, articles, last, is_single (a
person known by one word only, who may be several), followed, who (text, id,
title, site and date of the article that says who it is), first, weeks (monday,
articles), outlets (site, articles), appears_with (kind, name,
articles, last, is_single, followed, together, surprise), looked_at (from how
many of the newest articles the two before are told), highlights (your own in
which it is named; the fields are those of newsreader highlights --json) and
appearances: the fields
of list --json, sentence, start and end of the name in it, block and character
of the name in the article, and mentions.
""",
    "entities": """\
  newsreader entities --kind person --limit 20
  newsreader entities --sort rising        names of this week
  newsreader entities --followed           with their unread articles
  newsreader entities --json | jq -r '.[].name'

A name rises if it stands in at least three articles of the last seven days and
in more than its part in the eight weeks before lets expect. What is in the
trash doesn't count.

In a pipe each line is kind, name, number of articles and when it was last seen,
parted by tabs; --json has the fields kind, name, articles, last, is_single and
followed. Rising names have also recent and expected: articles of the last seven
days, and how many were to be expected; followed ones have unread, counted up to
1,000.
""",
    "highlights": """\
  newsreader highlights                    all of them, the newest article first
  newsreader highlights 12
  newsreader highlights person:tokayev after:2026-01
  newsreader highlights --markdown > highlights.md
  newsreader highlights --json | jq -r '.[] | select(.note != "") | .note'

In the reader v selects words and H highlights them; c writes a note. Words that
the text holds no longer, as the page has changed, are kept and said to be lost.

In a pipe each line is number of the article, day of the highlight, headline,
words, note and "lost" or nothing, parted by tabs. --json has the fields of list
but story, and highlight (its number), quote (the words), note, made, lost, and
block, character, end_block and end_character: where it begins, and the place
after its last character. newsreader search is:highlighted lists the articles.
""",
    "follow": """\
  newsreader follow Tokayev
  newsreader follow Georgia --kind place

The name is given in full, or by words of it if only one name has them.
newsreader entities --followed lists what is followed; unfollow ends it.
""",
    "unfollow": """\
  newsreader unfollow Tokayev
""",
    "correct": """\
  newsreader correct rename "Ada Lind" "Ada Lind-Berg"
  newsreader correct merge Burma Birmania --into Myanmar
  newsreader correct split "Ada Lind" --as "Ada Lind (chess)" --article 12
  newsreader correct split Myanmar --as Burma --written Burma
  newsreader correct kind Georgia place
  newsreader correct reject Monday         it is no name
  newsreader correct list                  everything that was decided
  newsreader correct list --json > names.json
  newsreader correct import names.json

A correction holds for every article, also for those that are saved later or
whose names are sought anew; newsreader undo takes it back.

--json prints objects with the fields kind and key (what is found), article (the
address of the only one in which it holds, or null), written (the only form for
which it holds, or null) and means: kind, key and name, or null for no name.
""",
    "related": """\
  newsreader related 12
  newsreader related 12 --limit 20 --json | jq -r '.[].title'

Both are about the same rare names, or keep saying the same rare words; the
line below each article tells which. Articles that share too little are left
out, so there may be none.

In a pipe each line is number, day, site, headline and reason, parted by tabs;
in --json each article has the further fields shared_names,
shared_words and score.
""",
    "story": """\
  newsreader story 12                      who else reports it
  newsreader story 12 --json | jq -r '.[] | select(.copy | not) | .url'
  newsreader story --split 12              it is another story
  newsreader story --join 12 15 16         15 and 16 are the same as 12
  newsreader story --again                 tell all stories anew

The oldest report comes first; what is a copy of an older one is marked. What
you split or join stays so; newsreader undo takes it back.

In a pipe each line is number, "report" or "copy", day, site and headline,
parted by tabs. --json has the fields of list and copy, true or false.
""",
    "remove": """\
  newsreader remove 12 13                  newsreader undo brings them back
  newsreader remove 12 --forever           only what is in the trash
  newsreader remove --forever --yes        empty the trash
""",
    "tag": """\
  newsreader tag 12 +floods -draft
  newsreader tag 12 13 14 +water,asia
  newsreader tag https://example.org/story +read-later
""",
    "undo": """\
  newsreader undo                          also what was changed in the app
  newsreader undo && newsreader undo       two
""",
    "redo": """\
  newsreader redo                          after an undo too many
""",
    "completion": """\
  newsreader completion bash > \\
      ~/.local/share/bash-completion/completions/newsreader
  newsreader completion zsh > ~/.zfunc/_newsreader       with ~/.zfunc in $fpath
  newsreader completion fish > ~/.config/fish/completions/newsreader.fish
""",
}
"""Stands below the help of each command."""
