#!/usr/bin/env python3
"""Draw a terminal's screen as SVG.

usage: tmux capture-pane -p -e | docs/picture.py TITLE > docs/session.svg

Reads text with SGR escapes (the sixteen colours, bold, faint, italic, underline, inverse) from standard input.
"""
import re
import sys
from html import escape

COLOURS = ['#3b4252', '#d0605e', '#7fb069', '#d9a441', '#6a9fd8', '#b48ead', '#5fb3b3', '#d8dee9',
           '#7b879c', '#e57373', '#9ccc65', '#ffd166', '#8ab4f8', '#ce93d8', '#80deea', '#ffffff']
BACK, FORE = '#1f2430', '#d8dee9'
WIDTH, HEIGHT, LEFT, TOP = 8.4, 18, 16, 46


def runs(line, state):
    """Yield (text, style) pieces of a line; the style is what was in force."""
    at = 0
    for m in re.finditer(r'\x1b\[([0-9;]*)m|\x1b[()].|\x0f', line):
        if m.start() > at:
            yield line[at:m.start()], dict(state)
        at = m.end()
        if m.group(1) is None:
            continue
        for code in [int(c or 0) for c in m.group(1).split(';')]:
            if code == 0:
                state.clear()
            elif code in (1, 2, 3, 4, 7):
                state[code] = True
            elif code == 22:
                state.pop(1, None), state.pop(2, None)
            elif code in (23, 24, 27):
                state.pop(code - 20, None)
            elif 30 <= code <= 37:
                state['fg'] = code - 30
            elif 90 <= code <= 97:
                state['fg'] = code - 82
            elif code == 39:
                state.pop('fg', None)
    if at < len(line):
        yield line[at:], dict(state)


def main():
    lines = sys.stdin.read().rstrip('\n').split('\n')
    columns = max([len(re.sub(r'\x1b\[[0-9;]*m', '', l)) for l in lines] + [60])
    w, h = int(columns * WIDTH + 2 * LEFT), int(len(lines) * HEIGHT + TOP + 14)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">' % (w, h, w, h),
           '<rect width="100%%" height="100%%" rx="8" fill="%s"/>' % BACK]
    for i, c in enumerate(('#e06c75', '#d9a441', '#7fb069')):
        out.append('<circle cx="%d" cy="18" r="5" fill="%s"/>' % (20 + 18 * i, c))
    out.append('<text x="50%%" y="22" text-anchor="middle" font-family="sans-serif" font-size="12" fill="#7b879c">%s</text>'
               % escape(' '.join(sys.argv[1:])))
    out.append('<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">')
    state = {}
    for row, line in enumerate(lines):
        column = 0
        for text, style in runs(line, state):
            x, y = LEFT + column * WIDTH, TOP + row * HEIGHT
            colour = COLOURS[style['fg']] if 'fg' in style else FORE
            if 7 in style:
                out.append('<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>' % (x, y - 14, len(text) * WIDTH, HEIGHT, colour))
                colour = BACK
            extra = ''.join([' font-weight="bold"' * (1 in style), ' opacity="0.65"' * (2 in style),
                             ' font-style="italic"' * (3 in style), ' text-decoration="underline"' * (4 in style)])
            if text.strip():
                out.append('<text x="%.1f" y="%d" fill="%s" textLength="%.1f" lengthAdjust="spacingAndGlyphs"%s>%s</text>'
                           % (x, y, colour, len(text) * WIDTH, extra, escape(text)))
            column += len(text)
    out.append('</g></svg>')
    print('\n'.join(out))


main()
