#### lines that match
printf 'apple\nbanana\ncherry\n' > f; grep an f; echo $?; grep zzz f; echo $?
#### out 0
banana
0
1
#### options i v c n
printf 'Apple\nbanana\napple pie\n' > f; grep -i apple f; grep -v apple f; grep -c apple f; grep -n apple f; grep -ci APPLE f
#### out 0
Apple
apple pie
Apple
banana
1
3:apple pie
2
#### only matching
echo 'a1 b22 c333' | grep -o '[0-9]*'; echo 'a1b2' | grep -on '[0-9]'
#### out 0
1
22
333
1:1
1:2
#### extended
printf 'ab\nabb\nac\n' | grep -E '^ab{2}$|c'; printf 'x+y\n' | grep 'x+y'; printf 'xxy\n' | grep -E 'x+y'; echo 'a|b' | grep 'a|b'
#### out 0
abb
ac
x+y
xxy
a|b
#### basic operators with backslashes
printf 'ab\nabab\ncd\n' | grep '\(ab\)\1'; printf 'aa\nb\n' | grep 'a\{2\}'; printf 'a\nb\nc\n' | grep 'a\|b'; printf 'ac\nabc\n' | grep 'ab\?c'
#### out 0
abab
aa
a
b
ac
abc
#### fixed
printf 'a.c\nabc\n' | grep -F a.c; printf 'a*b\n' | grep -F '*'
#### out 0
a.c
a*b
#### several patterns
printf 'a\nb\nc\n' | grep -e a -e c; printf 'a\nb\nc\n' | grep 'a
b'; printf 'b\n' > p; printf 'a\nb\n' | grep -f p
#### out 0
a
c
a
b
b
#### words and lines
printf 'istio\nistiod\n' | grep -w istio; printf 'a\nab\n' | grep -x a
#### out 0
istio
a
#### quiet
echo a | grep -q a && echo yes; echo a | grep -q b || echo no; grep -q a nope; echo $?; grep -s a nope; echo $?
#### out 0
yes
no
2
2
#### err
grep: nope: No such file or directory
#### context
seq 10 | grep -A1 -B1 5; seq 10 | grep -C1 -e 2 -e 8; seq 20 | grep -A1 -n 1$
#### out 0
4
5
6
1
2
3
--
7
8
9
1:1
2-2
--
11:11
12-12
#### several files
echo a1 > f; echo a2 > g; grep a f g; grep -h a f g; grep -l a f g; grep -L a1 f g; grep -c a f g; grep -H a f
#### out 0
f:a1
g:a2
a1
a2
f
g
g
f:1
g:1
f:a1
#### maximum
seq 10 | grep -m2 1; yes x | grep -m1 x
#### out 0
1
10
x
#### classes
printf 'a1\nB-\n_ x\n' | grep '[[:digit:]]'; printf 'a b\nab\n' | grep '[[:space:]]'; printf 'ab\n12\n' | grep -v '[^0-9]'; echo 'x]' | grep '[]]'
#### out 0
a1
a b
12
x]
#### no such file
grep a nope; echo $?; echo a > f; grep a f nope; echo $?
#### out 0
2
f:a
2
#### err
grep: nope: No such file or directory
grep: nope: No such file or directory
#### invalid option
grep -% a; grep --nope a; echo $?
#### out 0
2
#### err
grep: invalid option -- '%'
Usage: grep [OPTION]... PATTERNS [FILE]...
Try 'grep --help' for more information.
grep: unrecognized option '--nope'
Usage: grep [OPTION]... PATTERNS [FILE]...
Try 'grep --help' for more information.
#### no pattern
grep; echo $?
#### out 0
2
#### err
Usage: grep [OPTION]... PATTERNS [FILE]...
Try 'grep --help' for more information.
#### colors off and null lines
printf '\n\na\n' | grep -c '^$'; printf 'a\n\nb\n' | grep -v '^$'; grep --color=never a <<< abc
#### out 0
2
a
b
abc
#### no newline at the end
printf 'a\nb' | grep b; printf 'abc' | grep -c .
#### out 0
b
1
#### egrep words of a pod list
printf 'NAME READY\nsleep-1 2/2\nhttpbin-2 1/1\n' | grep -E '^(sleep|httpbin)' | grep -v 2/2
#### out 0
httpbin-2 1/1
#### back references and anchors
printf 'abba\nabab\n' | grep -E '(.)(.)\2\1'; printf 'a^b\n' | grep 'a^b'; printf 'a$b\n' | grep 'a$b'; printf 'a.b\n' | grep 'a\.b'
#### out 0
abba
a^b
a$b
a.b
#### word boundaries
printf 'foo bar\nfoobar\n' | grep '\bbar'; printf 'foo bar\nfoobar\n' | grep '\<foo\>'; printf 'a_b c\n' | grep -o '\w*'; printf 'a b\n' | grep -o '\s'
#### out 0
foo bar
foo bar
a_b
c
 
#### a dash as pattern
printf -- '-a\nb\n' | grep -e -a; printf -- '-a\nb\n' | grep -- -a; echo -n | grep -c x
#### out 1
-a
-a
0
#### interval and alternation of groups
printf '1.2.3.4\n10.0.0\n' | grep -E '^([0-9]{1,3}\.){3}[0-9]{1,3}$'; echo aXbX | grep -oE '(a|b)X'
#### out 0
1.2.3.4
aX
bX
#### recursive
mkdir d; echo hit > d/x; echo miss > d/y; grep -r hit d; grep -rl hit .; grep -rn --include='*.z' hit d; echo $?
#### out 0
d/x:hit
./d/x
1
#### a directory
mkdir d; grep a d; echo $?
#### out 0
2
#### err
grep: d: Is a directory
#### case of file names with label
echo x | grep -H x; echo x | grep -H --label=in x; echo x | grep -c x - /dev/null
#### out 0
(standard input):x
in:x
(standard input):1
/dev/null:0
