"""The first frame: the library as it stands, painted before the screens are imported.

`launch` asks for it, `frame` paints it from what `memory` kept of the last time, and `terminal` sees to it
that what is typed meanwhile is kept and that the terminal is given back.
"""
