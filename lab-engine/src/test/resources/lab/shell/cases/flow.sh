#### if
if true; then echo t; else echo f; fi; if false; then echo t; elif true; then echo e; else echo f; fi
#### out 0
t
e
#### if of a pipeline
if echo abc | grep -q b; then echo has; fi
#### out 0
has
#### if status without else
if false; then :; fi; echo $?
#### out 0
0
#### while
i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done
#### out 0
0
1
2
#### until
i=3; until [ $i -eq 0 ]; do i=$((i-1)); echo $i; done
#### out 0
2
1
0
#### for
for x in a "b c" d; do echo "<$x>"; done; for x; do echo never; done; set -- 1 2; for x; do echo $x; done
#### out 0
<a>
<b c>
<d>
1
2
#### c style for
for ((i=0; i<3; i++)); do echo $i; done; for ((;;)); do break; done; echo out
#### out 0
0
1
2
out
#### break and continue
for i in 1 2 3 4; do [ $i = 2 ] && continue; [ $i = 4 ] && break; echo $i; done
#### out 0
1
3
#### break of two
for i in 1 2; do for j in a b; do echo $i$j; break 2; done; done; echo end
#### out 0
1a
end
#### continue of two
for i in 1 2; do for j in a b; do echo $i$j; continue 2; done; echo never; done
#### out 0
1a
2a
#### case
for x in apple banana cherry 42 ''; do case $x in a*) echo A;; b*|c*) echo BC;; [0-9]*) echo num;; *) echo other;; esac; done
#### out 0
A
BC
BC
num
other
#### case fall through
case a in a) echo 1;& b) echo 2;; c) echo 3;; esac; case a in a) echo x;;& ?) echo y;; esac
#### out 0
1
2
x
y
#### functions
f() { echo "f $# $1"; return 3; }; f a b; echo $?; function g { echo g; }; g
#### out 0
f 2 a
3
g
#### function with redirection
f() { echo out; echo err >&2; } 2> e; f; cat e
#### out 0
out
err
#### recursion
fact() { [ $1 -le 1 ] && echo 1 || echo $(( $1 * $(fact $(($1-1))) )); }; fact 6
#### out 0
720
#### return without number
f() { false; return; }; f; echo $?
#### out 0
1
#### functions shadow programs
ls() { echo mine; }; ls; command ls | cat; unset -f ls; echo() { printf 'E\n'; }; echo x
#### out 0
mine
E
#### and or
true && echo a || echo b; false && echo a || echo b; false || false || echo c; true && false; echo $?
#### out 0
a
b
c
1
#### not
! true; echo $?; ! false; echo $?; ! false | true; echo $?
#### out 0
1
0
1
#### group and subshell
x=1; { x=2; }; echo $x; (x=3; echo $x); echo $x; (exit 5); echo $?
#### out 0
2
3
2
5
#### subshell keeps directory
mkdir d; (cd d && touch f); ls; ls d
#### out 0
d
f
#### exit in the middle
echo a; exit 7; echo b
#### out 7
a
#### exit of last command
false; exit
#### out 1
#### exit with too large a number
exit 300
#### out 44
#### exit in a subshell of a pipeline
echo a | (read x; exit 4); echo $?
#### out 0
4
#### pipe status
false | true; echo $?; true | false; echo $?; set -o pipefail; false | true; echo $?
#### out 0
0
1
1
#### set -e
set -e; false || echo caught; if false; then :; fi; ! true; echo on; false; echo never
#### out 1
caught
on
#### set -e in a function
set -e; f() { false; echo in; }; f || echo or; f; echo never
#### out 1
in
#### set -e and substitution
set -e; x=$(false); echo never
#### out 1
#### set -e and pipelines
set -e; false | true; echo on; true | false; echo never
#### out 1
on
#### command not found
nosuchcommand a b; echo $?
#### out 0
127
#### err
lab: line 1: nosuchcommand: command not found
#### command not found by path
./nosuch; echo $?; touch here; ./here; echo $?
#### out 0
127
126
#### err
lab: line 1: ./nosuch: No such file or directory
lab: line 1: ./here: Permission denied
#### empty command
$empty; echo $?; "" ; echo $?
#### out 0
0
127
#### err
lab: line 1: : command not found
#### test of numbers
[ 3 -gt 2 ]; echo $?; [ 3 -lt 2 ]; echo $?; test 1 -eq 01; echo $?; [ 1 -ne 1 ]; echo $?; [ 2 -ge 2 ] && [ 2 -le 2 ]; echo $?
#### out 0
0
1
0
1
0
#### test of strings
[ a = a ]; echo $?; [ a == b ]; echo $?; [ a != b ]; echo $?; [ -n "" ]; echo $?; [ -z "" ]; echo $?; [ x ]; echo $?; [ "" ]; echo $?; [ ]; echo $?
#### out 0
0
1
0
1
0
0
1
1
#### test of files
touch f; mkdir d; echo x > g; [ -f f ]; echo $?; [ -d d ]; echo $?; [ -e nope ]; echo $?; [ -s f ]; echo $?; [ -s g ]; echo $?; [ -r g ]; echo $?
#### out 0
0
0
1
1
0
0
#### test combinations
[ a = a -a b = b ]; echo $?; [ a = b -o b = b ]; echo $?; [ ! a = b ]; echo $?; [ \( a = a \) ]; echo $?
#### out 0
0
0
0
0
#### test errors
[ a -eq 1 ]; echo $?; [ 1 -eq ]; echo $?; [ a b c ]; echo $?
#### out 0
2
2
2
#### err
lab: line 1: [: a: integer expression expected
lab: line 1: [: 1: unary operator expected
lab: line 1: [: b: binary operator expected
#### test without bracket
[ a = a; echo $?
#### out 0
2
#### err
lab: line 1: [: missing `]'
#### double brackets
x='a b'; [[ $x == a* ]]; echo $?; [[ $x == "a*" ]]; echo $?; [[ -n $x && -z $y ]]; echo $?; [[ a < b || 1 -gt 2 ]]; echo $?; [[ ! -e nope ]]; echo $?
#### out 0
0
1
0
0
0
#### return outside
return 3; echo "after $?"
#### out 0
after 2
#### err
lab: line 1: return: can only `return' from a function or sourced script
#### break outside
break; echo $?
#### out 0
0
#### err
lab: line 1: break: only meaningful in a `for', `while', or `until' loop
#### trap of unknown words is plain
type echo; type cat >/dev/null && echo found; type nosuch; echo $?
#### out 0
echo is a shell builtin
found
1
#### err
lab: line 1: type: nosuch: not found
#### command -v
command -v echo; command -v nosuch; echo $?; f() { :; }; command -v f
#### out 0
echo
1
f
#### eval
x='echo a; echo b'; eval "$x"; eval echo \$x; eval; echo $?
#### out 0
a
b
echo a; echo b
0
#### source
printf 'y=sourced\necho in $1\nreturn 4\necho never\n' > s.sh; . ./s.sh arg; echo $? $y
#### out 0
in arg
4 sourced
#### colon, true and false
: a b; echo $?; true; echo $?; false; echo $?
#### out 0
0
0
1
#### seq in for
for i in $(seq 1 3); do printf %s, $i; done; echo
#### out 0
1,2,3,
#### nested functions see positional
f() { g "$2"; echo $1; }; g() { echo "g $1"; }; f a b
#### out 0
g b
a
#### while reading keeps outer changes with redirection
n=0; while read x; do n=$((n+1)); done < <(printf 'a\nb\n'); echo $n; n=0; printf 'a\n' | while read x; do n=9; done; echo $n
#### out 0
2
0
#### loop output into a file
for i in 1 2; do echo $i; done > f; cat f; while read l; do echo "r$l"; done < f
#### out 0
1
2
r1
r2
#### loop into a pipe
for i in c a b; do echo $i; done | sort | head -2
#### out 0
a
b
#### semicolons, newlines and long forms
if true
then
  echo a
fi
for x in 1 2
do
  echo $x
done
while false
do
  :
done
case a in
  (a) echo paren ;;
esac
#### out 0
a
1
2
paren
#### retry until it works
i=0; until [ $i -ge 2 ] || false; do i=$((i+1)); sleep 0; done; echo $i
#### out 0
2
#### numeric argument required
exit abc
#### out 2
#### err
lab: line 1: exit: abc: numeric argument required
#### regular expression in brackets
[[ v1.34.2 =~ ^v([0-9]+)\.([0-9]+) ]] && echo "${BASH_REMATCH[1]} ${BASH_REMATCH[2]}"; [[ abc =~ x ]]; echo $?
#### out 0
1 34
1
#### source of nothing
. ./nope.sh; echo $?; source; echo $?
#### out 0
1
2
#### err
lab: line 1: ./nope.sh: No such file or directory
lab: line 1: source: filename argument required
source: usage: source filename [arguments]
