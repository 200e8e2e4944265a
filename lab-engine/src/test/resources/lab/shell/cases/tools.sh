#### echo
echo; echo -n a; echo b; echo -e 'a\tb\\n\x41'; echo -E 'a\tb'; echo 'a\tb'; echo -ne 'x\n'; echo -k a; echo -- a; echo -e 'a\cb'; echo; echo -e '\0101 \e[0m' | cat -v
#### out 0

ab
a	b\nA
a\tb
a\tb
x
-k a
-- a
a
A ^[[0m
#### diff normal
printf 'a\nb\nc\n' > f; printf 'a\nx\nc\nd\n' > g; diff f g; echo $?; diff f f; echo $?; printf 'b\n' > h; diff f h; diff -q f g; diff -s f f
#### out 0
2c2
< b
---
> x
3a4
> d
1
0
1d0
< a
3d1
< c
Files f and g differ
Files f and f are identical
#### diff unified
printf 'a\nb\nc\n' > f; printf 'a\nx\nc\nd\n' > g; diff -u f g | sed 1,2d; diff -u --label one --label two f g; diff -U0 --label a --label b f g; seq 20 > l; seq 20 | sed '3d;18s/$/x/' > m; diff -U1 --label l --label m l m
#### out 1
@@ -1,3 +1,4 @@
 a
-b
+x
 c
+d
--- one
+++ two
@@ -1,3 +1,4 @@
 a
-b
+x
 c
+d
--- a
+++ b
@@ -2 +2 @@
-b
+x
@@ -3,0 +4 @@
+d
--- l
+++ m
@@ -2,3 +2,2 @@
 2
-3
 4
@@ -17,3 +16,3 @@
 17
-18
+18x
 19
#### diff of ends without newline
printf 'a\nb' > f; printf 'a\nb\n' > g; diff f g; diff -u --label f --label g f g
#### out 1
2c2
< b
\ No newline at end of file
---
> b
--- f
+++ g
@@ -1,2 +1,2 @@
 a
-b
\ No newline at end of file
+b
#### basename and dirname
basename /a/b.txt; basename /a/b.txt .txt; basename a/; basename /; dirname /a/b; dirname a; dirname /a; dirname a/b/; basename; echo $?; basename -s .x a.x b.x; dirname; echo $?
#### out 0
b.txt
b
a
/
/a
.
/
a
1
a
b
1
#### err
basename: missing operand
Try 'basename --help' for more information.
dirname: missing operand
Try 'dirname --help' for more information.
#### digests
echo a | sha256sum; echo a > f; md5sum f; sha256sum f nope; echo $?
#### out 0
87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  -
60b725f10c9c85c70d97880dfe8191b3  f
87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  f
1
#### err
sha256sum: nope: No such file or directory
#### env
env -i A=1 env; env A=2 printenv A; env -u HOME printenv HOME; echo $?; env nosuch; echo $?
#### out 0
A=1
2
1
127
#### err
env: ‘nosuch’: No such file or directory
#### xargs
printf 'a b\nc\n' | xargs; printf 'a b\nc\n' | xargs -n1 echo x; printf 'a\nb\n' | xargs -I{} echo '<{}>'; printf 'a b\n' | xargs -n1; printf '"a b" c\n' | xargs -n1; printf '' | xargs echo none; printf '' | xargs -r echo none; printf 'a\0b c\0' | xargs -0 -n1 echo; printf 'a,b' | xargs -d, -n1 echo; echo a | xargs nosuch; echo $?; echo a | xargs false; echo $?; seq 5 | xargs -n2; printf 'x\n' | xargs -t echo; echo 'a b c' | xargs sh -c 'echo $0' 2>/dev/null | head -0
#### out 0
a b c
x a
x b
x c
<a>
<b>
a
b
a b
c
none
a
b c
a
b
127
123
1 2
3 4
5
x
#### err
xargs: nosuch: No such file or directory
echo x
#### mv
echo a > f; mv f g; ls; mkdir d; mv g d; ls d; mv nope x; echo $?; mv d e; ls e; mv e/g e/h; ls e; mv x; echo $?; mv; echo $?
#### out 0
g
g
1
g
h
1
1
#### err
mv: cannot stat 'nope': No such file or directory
mv: missing destination file operand after 'x'
Try 'mv --help' for more information.
mv: missing file operand
Try 'mv --help' for more information.
#### cd and pwd
mkdir -p d/e; cd d; pwd | sed 's/.*\///'; cd e; cd ..; pwd | sed 's/.*\///'; cd nope; echo $?; touch f; cd f; echo $?; cd - > /dev/null; pwd | sed 's/.*\///'; cd a b; echo $?
#### out 0
d
d
1
1
e
1
#### err
lab: line 1: cd: nope: No such file or directory
lab: line 1: cd: f: Not a directory
lab: line 1: cd: too many arguments
#### yes
yes | head -2; yes a b | head -1
#### out 0
y
y
a b
#### tee errors
echo a | tee no/x; echo $?; mkdir d; echo a | tee d; echo $?
#### out 0
a
1
a
1
#### err
tee: no/x: No such file or directory
tee: d: Is a directory
#### printf as json lines
printf '{"name":"%s","n":%d}\n' a 1 b 2
#### out 0
{"name":"a","n":1}
{"name":"b","n":2}
#### printf
printf 'a %s %d\n' x 5; printf '%s\n' a b c; printf '%s-%s\n' a b c; printf 'no newline'; printf '\n%5s|%-5s|%05d|%x|%o|%c|%%\n' ab cd 42 255 8 xyz; printf '%.2f %5.1f %e %g\n' 3.14159 2.55 12345.6 0.0001; printf '%b\n' 'a\tb'; printf '%q\n' "a b" 'x$y' ''; printf '%d\n' "'A"; printf '\x41\101\u00e9\n'; printf '%s\n'; printf '%d\n'
#### out 0
a x 5
a
b
c
a-b
c-
no newline
   ab|cd   |00042|ff|10|x|%
3.14   2.5 1.234560e+04 0.0001
a	b
a\ b
x\$y
''
65
AAé

0
