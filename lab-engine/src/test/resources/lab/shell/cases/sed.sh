#### substitution
echo 'hello world' | sed 's/o/0/'; echo 'hello world' | sed 's/o/0/g'; echo 'hello world' | sed 's/o/0/2'; echo aXaXaX | sed 's/X/-/2g'
#### out 0
hell0 world
hell0 w0rld
hello w0rld
aXa-a-
#### other delimiters
echo /a/b | sed 's|/|:|g'; echo a,b | sed 's,\,,;,'
#### out 0
:a:b
a;b
#### groups and ampersand
echo 'john smith' | sed 's/\(.*\) \(.*\)/\2 \1/'; echo 'ab' | sed -E 's/(a)(b)/\2\1&/'; echo a | sed 's/a/\&/'; echo abc | sed 's/b/[&&]/'
#### out 0
smith john
baab
&
a[bb]c
#### extended
echo 'a1b22' | sed -E 's/[0-9]+/N/g'; echo aab | sed -r 's/a{2}|b/x/g'; echo 'a+b' | sed 's/a+/x/'; echo aab | sed 's/a\+/x/'
#### out 0
aNbN
xx
xb
xb
#### case conversion
echo 'hello world' | sed 's/\w\+/\u&/g'; echo Hello | sed 's/.*/\U&/'; echo HELLO | sed 's/\(.\)\(.*\)/\1\L\2/'; echo 'ab cd' | sed 's/\(.*\) \(.*\)/\U\1\E \2/'
#### out 0
Hello World
HELLO
Hello
AB cd
#### flags
printf 'A\na\n' | sed 's/a/x/I'; printf 'a\nb\n' | sed -n 's/a/x/p'; echo aa | sed 's/a/b/w out'; cat out
#### out 0
x
x
x
ba
ba
#### print and delete
printf 'a\nb\nc\n' | sed -n 2p; printf 'a\nb\nc\n' | sed 2d; printf 'a\nb\nc\n' | sed '$d'; printf 'a\nb\nc\n' | sed -n '$p'; printf 'a\nb\nc\n' | sed '1!d'
#### out 0
b
a
c
a
b
c
a
#### ranges
seq 10 | sed -n '2,4p'; seq 10 | sed '3,$d'; seq 10 | sed -n '/3/,/5/p'; seq 10 | sed -n '/8/,+1p'; seq 10 | sed -n '2,~4p'; seq 10 | sed -n '1~3p'; seq 5 | sed -n '4,2p'; seq 3 | sed -n '0,/1/p'
#### out 0
2
3
4
1
2
3
4
5
8
9
2
3
4
1
4
7
10
4
1
#### quit
seq 10 | sed 3q; seq 10 | sed -n '3{p;q}'; seq 10 | sed '2q5'; echo $?; seq 3 | sed 2Q; yes | sed 2q
#### out 0
1
2
3
3
1
2
5
1
y
y
#### several commands
echo abc | sed -e s/a/1/ -e s/b/2/; echo abc | sed 's/a/1/;s/b/2/'; echo abc | sed 's/a/1/
s/c/3/'; echo a | sed '{s/a/b/;s/b/c/}'
#### out 0
12c
12c
1b3
c
#### script file
printf 's/a/b/\n# comment\ns/b/c/\n' > s.sed; echo a | sed -f s.sed
#### out 0
c
#### in place
echo a > f; sed -i s/a/b/ f; cat f; sed -i.bak s/b/c/ f; cat f f.bak; printf 'x\n' > g; sed -i -e 's/x/y/' f g; cat f g
#### out 0
b
c
b
c
y
#### translate
echo abc | sed y/abc/xyz/; echo 'a/b' | sed 'y,/,-,'; echo a | sed 'y/ab/x/'; echo $?
#### out 0
xyz
a-b
1
#### err
sed: -e expression #1, char 7: strings for `y' command are different lengths
#### hold space
printf 'a\nb\nc\n' | sed -n '1!G;h;$p'; printf 'a\nb\n' | sed x; printf 'a\nb\n' | sed G; printf '1\n2\n' | sed 'N;s/\n/-/'; printf '1\n2\n3\n' | sed 'N;s/\n/-/'
#### out 0
c
b
a

a
a

b

1-2
1-2
3
#### join of all lines
printf 'a\nb\nc\n' | sed ':a;N;$!ba;s/\n/,/g'
#### out 0
a,b,c
#### branches
echo aaa | sed ':x;s/a/b/;tx'; printf '1\n2\n' | sed '/1/b;s/^/x/'; echo ab | sed 's/x/y/;Tend;s/a/c/;:end'
#### out 0
bbb
1
x2
ab
#### negation and addresses
printf 'a\nb\nc\n' | sed -n '/b/!p'; printf 'a\n/b\n' | sed -n '\,/b,p'; printf 'Ab\nb\n' | sed -n '/a/Ip'; seq 3 | sed '2!s/$/x/'
#### out 0
a
c
/b
Ab
1x
2
3x
#### line numbers and listing
printf 'a\nb\n' | sed =; printf 'a\tb\\\n' | sed -n l; seq 3 | sed -n '$='
#### out 0
1
a
2
b
a\tb\\$
3
#### next line
seq 4 | sed -n 'n;p'; seq 4 | sed 'n;d'; seq 4 | sed '$!N;P;D'
#### out 0
2
4
1
3
1
2
3
4
#### read and write
echo inc > f; printf 'a\nb\n' | sed '1r f'; printf 'a\nb\n' | sed -n '/b/w g'; cat g; printf 'a\n' | sed 'r nope'
#### out 0
a
inc
b
b
a
#### no newline at the end
printf 'a\nb' | sed s/b/c/; echo; printf 'a' | sed p
#### out 0
a
c
a
a
#### unended
#### separate files
printf 'a\n' > f; printf 'b\n' > g; sed -n '1p' f g; sed -s -n '1p' f g; sed -n '$p' f g
#### out 0
a
a
b
b
#### missing file
sed p nope; echo $?; echo a > f; sed -n p nope f; echo $?
#### out 0
2
a
2
#### err
sed: can't read nope: No such file or directory
sed: can't read nope: No such file or directory
#### errors of the script
echo a | sed 's/a/b'; echo $?; echo a | sed 's/a/b/k'; echo $?; echo a | sed 'k'; echo $?; echo a | sed '3'; echo $?
#### out 0
1
1
1
1
#### err
sed: -e expression #1, char 5: unterminated `s' command
sed: -e expression #1, char 7: unknown option to `s'
sed: -e expression #1, char 1: unknown command: `k'
sed: -e expression #1, char 1: missing command
#### empty matches
echo abc | sed 's/x*/-/g'; echo baaac | sed 's/a*/x/g'; echo abc | sed 's/$/!/'; echo abc | sed 's/^/> /'; echo '' | sed 's/^$/empty/'
#### out 0
-a-b-c-
xbxcx
abc!
> abc
empty
#### empty expression repeats the last
echo abab | sed '/b/s//X/'; printf 'a\n' | sed 's/a/b/;s//c/'
#### out 0
aXab
b
#### trimming
echo '  a b  ' | sed 's/^ *//;s/ *$//' | sed 's/.*/[&]/'; printf 'a  b\n' | sed -E 's/[[:space:]]+/ /g'
#### out 0
[a b]
a b
#### delete comments and blank lines
printf '# c\n\nkey: v # x\n' | sed -e 's/ *#.*//' -e '/^$/d'
#### out 0
key: v
#### yaml edit
printf 'replicas: 1\nimage: a:1\n' | sed -e 's/replicas: .*/replicas: 3/' -e 's#image: \(.*\):.*#image: \1:2#'
#### out 0
replicas: 3
image: a:2
#### word boundaries
echo 'cat concat' | sed 's/\bcat/dog/g'; echo 'cat concat' | sed 's/\<c/C/g'; echo "it's" | sed "s/'/\"/"
#### out 0
dog concat
Cat Concat
it"s
