#### plain
printf 'b\na\nC\nB\n' | sort; printf 'b\na\n' | sort -r; printf 'B\na\n' | sort -f
#### out 0
B
C
a
b
b
a
a
B
#### numeric
printf '10\n9\n2\n-1\n1.5\nx\n' | sort -n; printf '10\n9\n' | sort -rn; printf '1K\n2M\n500\n' | sort -h; printf 'v1.10\nv1.9\nv1.2.3\n' | sort -V; printf '1e3\n200\n' | sort -g
#### out 0
-1
x
1.5
2
9
10
10
9
500
1K
2M
v1.2.3
v1.9
v1.10
200
1e3
#### unique
printf 'b\na\nb\n' | sort -u; printf '1\n01\n2\n' | sort -nu; printf 'a\nA\n' | sort -fu
#### out 0
a
b
1
2
a
#### keys
printf 'a 3\nb 1\nc 2\n' | sort -k2; printf 'a 10\nb 9\n' | sort -k2n; printf 'a 10\nb 9\n' | sort -k2,2nr; printf 'x:2\ny:1\n' | sort -t: -k2; printf 'b 1\na 1\nc 0\n' | sort -k2,2n -k1,1r; printf 'b 1\na 1\n' | sort -s -k2,2; printf 'a  b\na c\n' | sort -k2b
#### out 0
b 1
c 2
a 3
b 9
a 10
a 10
b 9
y:1
x:2
c 0
b 1
a 1
b 1
a 1
a  b
a c
#### key characters
printf 'xb1\nxa2\n' | sort -k1.2; printf 'a:3x\nb:1y\n' | sort -t: -k2.1,2.1
#### out 0
xa2
xb1
b:1y
a:3x
#### check
printf 'a\nb\n' | sort -c; echo $?; printf 'b\na\n' | sort -c; echo $?; printf 'b\na\n' | sort -C; echo $?
#### out 0
0
1
1
#### err
sort: -:2: disorder: a
#### months, dictionary, blanks
printf 'Mar\nJan\nfeb\n' | sort -M; printf '  b\na\n' | sort -b; printf '.b\na\n' | sort -d; printf 'b\na' | sort
#### out 0
Jan
feb
Mar
a
  b
a
.b
a
b
#### uniq
printf 'a\na\nb\na\n' | uniq; printf 'a\na\nb\n' | uniq -c; printf 'a\na\nb\n' | uniq -d; printf 'a\na\nb\n' | uniq -u; printf 'a\nA\n' | uniq -i; printf '1 x\n2 x\n' | uniq -f1; printf 'ax\nbx\n' | uniq -s1; printf 'ab\nac\n' | uniq -w1
#### out 0
a
b
a
      2 a
      1 b
a
b
a
1 x
ax
ab
#### frequency
printf 'a b a\nc a b\n' | tr ' ' '\n' | sort | uniq -c | sort -rn; printf 'b\na\nb\n' | sort | uniq -c | sort -k1,1nr -k2 | awk '{print $2"="$1}'
#### out 0
      3 a
      2 b
      1 c
b=2
a=1
#### cut
echo 'a:b:c' | cut -d: -f2; echo 'a:b:c' | cut -d: -f1,3; echo 'a:b:c' | cut -d: -f2-; echo 'a:b:c' | cut -d: -f-2; echo abcdef | cut -c2-4; echo abcdef | cut -c1,3; printf 'a\tb\n' | cut -f2; echo 'no delim' | cut -d: -f1; echo 'no delim' | cut -d: -sf1; echo 'a:b:c' | cut -d: -f1,3 --output-delimiter=-; echo abc | cut -b2; echo 'a:b:c' | cut -d: --complement -f2
#### out 0
b
a:c
b:c
a:b
bcd
ac
b
no delim
a-c
b
a:c
#### tr
echo hello | tr a-z A-Z; echo hello | tr -d l; echo 'a  b' | tr -s ' '; echo hello | tr lo xy; echo abc | tr -d '\n'; echo; echo a1b2 | tr -cd 0-9; echo; echo 'a b' | tr ' ' '\n'; echo hello | tr '[:lower:]' '[:upper:]'; echo aabb | tr -s ab; echo abc | tr abc x; echo 'a-b' | tr -- - _; echo abc | tr -c 'a\n' .; echo a:b | tr ':' '\t'
#### out 0
HELLO
heo
a b
hexxy
abc
12
a
b
HELLO
ab
xxx
a_b
a..
a	b
#### tr errors
tr; echo $?; echo a | tr a; echo $?; echo a | tr z-a x; echo $?; echo a | tr a b c; echo $?; echo a | tr a ''; echo $?; echo a | tr -d a b; echo $?; echo a | tr '[:nope:]' x; echo $?
#### out 0
1
1
1
1
1
1
1
#### err
tr: missing operand
Try 'tr --help' for more information.
tr: missing operand after ‘a’
Two strings must be given when translating.
Try 'tr --help' for more information.
tr: range-endpoints of 'z-a' are in reverse collating sequence order
tr: extra operand ‘c’
Try 'tr --help' for more information.
tr: when not truncating set1, string2 must be non-empty
tr: extra operand ‘b’
Only one string may be given when deleting without squeezing repeats.
Try 'tr --help' for more information.
tr: invalid character class ‘nope’
#### wc
printf 'a b\nc\n' > f; wc f; wc -l f; wc -w f; wc -c f; wc -l < f; wc f f; printf 'é' | wc -m; printf 'é' | wc -c; printf 'abc\nde\n' | wc -L; wc nope; echo $?; printf 'a' | wc -l; printf 'a b' | wc; wc -lw f; cat f | wc -l -
#### out 0
2 3 6 f
2 f
3 f
6 f
2
 2  3  6 f
 2  3  6 f
 4  6 12 total
1
2
3
1
0
      0       2       3
2 3 f
2 -
#### err
wc: nope: No such file or directory
#### head
seq 20 | head; seq 5 | head -n 2; seq 5 | head -2; seq 5 | head -n -3; seq 5 | head -c 4; printf 'a\n' > f; printf 'b\n' > g; head f g; head -q f g; head -n1 -v f; head nope; echo $?; head -n x f; echo $?; seq 5 | head -n 0; seq 3 | head -n1 -
#### out 0
1
2
3
4
5
6
7
8
9
10
1
2
1
2
1
2
1
2
==> f <==
a

==> g <==
b
a
b
==> f <==
a
1
1
1
#### err
head: cannot open 'nope' for reading: No such file or directory
head: invalid number of lines: ‘x’
#### tail
seq 20 | tail; seq 5 | tail -n 2; seq 5 | tail -2; seq 5 | tail -n +4; seq 5 | tail -c 4; printf 'a\n' > f; printf 'b\n' > g; tail f g; tail -q f g; tail -n1 nope; echo $?; tail -n x f; echo $?; printf 'a\nb' | tail -1; echo; seq 5 | tail -n +0 | head -1; seq 3 | tail -c +3
#### out 0
11
12
13
14
15
16
17
18
19
20
4
5
4
5
4
5
4
5
==> f <==
a

==> g <==
b
a
b
1
1
b
1
2
3
#### err
tail: cannot open 'nope' for reading: No such file or directory
tail: invalid number of lines: ‘x’
#### cat
printf 'a\n\n\nb\tc\n' > f; cat f; cat -n f; cat -b f; cat -s f; cat -A f; cat -E f; cat -T f; cat - < f | head -1; cat nope; echo $?; cat f nope f | wc -l; mkdir d; cat d; echo $?; cat -k; echo $?
#### out 0
a


b	c
     1	a
     2	
     3	
     4	b	c
     1	a


     2	b	c
a

b	c
a$
$
$
b^Ic$
a$
$
$
b	c$
a


b^Ic
a
1
8
1
1
#### err
cat: nope: No such file or directory
cat: nope: No such file or directory
cat: d: Is a directory
cat: invalid option -- 'k'
Try 'cat --help' for more information.
#### column
printf 'a bb c\nddd e f\n' | column -t; printf 'a:b\nccc:d\n' | column -t -s:; printf 'a,,b\nc,d,e\n' | column -t -s,
#### out 0
a    bb  c
ddd  e   f
a    b
ccc  d
a     b
c  d  e
#### seq
seq 3; seq 2 4; seq 1 2 6; seq 3 -1 1; seq -s, 3; seq -w 8 11; seq 0.5 0.5 2; seq -f '%02g' 2; seq 3 1; seq; echo $?; seq a; echo $?
#### out 0
1
2
3
2
3
4
1
3
5
3
2
1
1,2,3
08
09
10
11
0.5
1.0
1.5
2.0
01
02
1
1
#### err
seq: missing operand
Try 'seq --help' for more information.
seq: invalid floating point argument: ‘a’
Try 'seq --help' for more information.
#### comm like by grep and diff of sorted
printf 'a\nb\n' > f; printf 'b\nc\n' > g; grep -Fxvf f g; sort f g | uniq -d
#### out 0
c
b
