#### defaults
unset u; e=; v=val
echo "${u:-d}" "${u-d}" "${e:-d}" "${e-d}" "${v:-d}"
echo "${u:+s}" "${e:+s}" "${e+s}" "${v:+s}"
echo "${u:=new}" "$u"
#### out 0
d d d  val
  s s
new new
#### default with expansion inside
v=x; echo "${u:-$v y}" ${u:-"a  b"} "${u:-$(echo sub)}" "${u:-${w:-deep}}"
#### out 0
x y a  b sub deep
#### length
x=hello; echo ${#x} ${#u}; set -- a b c; echo $# ${#} ${#@}
#### out 0
5 0
3 3 3
#### length of unicode
x=ééé; echo ${#x}
#### out 0
3
#### prefix and suffix
f=dir/sub/file.tar.gz; echo ${f##*/} ${f#*/} ${f%.*} ${f%%.*} ${f%/*}
#### out 0
file.tar.gz sub/file.tar.gz dir/sub/file.tar dir/sub/file dir/sub
#### prefix with variable pattern
x=abcabc; p=a; echo ${x#$p} ${x#"$p"b} ${x%?} ${x%[bc]*}
#### out 0
bcabc cabc abcab abcab
#### replacement
x=banana; echo ${x/a/o} ${x//a/o} ${x/#b/c} ${x/%a/e} ${x//a} ${x//[an]/.}
#### out 0
bonana bonono canana banane bnn b.....
#### replacement with slash and quotes
p=/a/b/c; echo ${p//\//-} "${p//\//:}" ${p/'/a'/X}
#### out 0
-a-b-c :a:b:c X/b/c
#### substring
x=abcdefg; echo ${x:2} ${x:2:3} ${x: -3} ${x: -3:2} ${x:0:-2} ${x:9}.
#### out 0
cdefg cde efg ef abcde .
#### case changes
x='hello World'; echo ${x^} ${x^^} ${x,,} ${x,}
#### out 0
Hello World HELLO WORLD hello world hello World
#### positional
set -- a b c d e f g h i j k; echo $1 ${10} $10 ${11} ${#}
#### out 0
a j a0 k 11
#### shift
set -- a b c; shift; echo "$@"; shift 2; echo $#; shift; echo $?
#### out 0
b c
0
1
#### arithmetic
echo $((1+2*3)) $((7/2)) $((-7/2)) $((7%3)) $((2**10)) $((1<<4)) $((5>3)) $((5&3|8)) $((!0)) $((~1))
#### out 0
7 3 -3 1 1024 16 1 9 1 -2
#### arithmetic with variables
x=3; y=x; echo $((x+1)) $((y*2)) $(($x-1)) $((u+1)); ((x++)); echo $x; ((x+=5)); echo $x $((x--)) $x $((++x))
#### out 0
4 6 2 1
4
9 9 8 9
#### arithmetic ternary, comma and bases
echo $((3>2?10:20)) $((1,2)) $((0x1f)) $((010)) $((2#101)) $((36#z))
#### out 0
10 2 31 8 5 35
#### arithmetic status
((0)); echo $?; ((5)); echo $?
#### out 0
1
0
#### let
let x=3*4 y=x+1; echo $x $y; let 0; echo $?
#### out 0
12 13
1
#### command substitution strips newlines
x=$(printf 'a\n\n\n'); echo "[$x]"
#### out 0
[a]
#### command substitution status
x=$(exit 3); echo $?; echo $(exit 4) $?; y=$(false) || echo failed
#### out 0
3
4
failed
#### substitution with quotes and pipes
echo "$(printf '%s\n' b a | sort | tr '\n' ' ')"
#### out 0
a b 
#### substitution with case inside
echo $(case a in a) echo A;; esac)
#### out 0
A
#### unknown substitution
echo ${x!}; echo after
#### out 1
#### err
lab: line 1: ${x!}: bad substitution
#### readonly
readonly r=1; r=2; echo "after $?"
#### out 1
#### err
lab: line 1: r: readonly variable
#### unset
x=1; unset x; echo "[${x-unset}]"; f() { :; }; unset -f f; f
#### out 127
[unset]
#### err
lab: line 1: f: command not found
#### special parameters
true; echo $?; false; echo $?; echo $0; echo $- | grep -c .
#### out 0
0
1
lab
1
#### append
x=a; x+=b; x+="c d"; echo "$x"
#### out 0
abc d
#### assignments before commands
x=1; x=2 env | grep ^x=; echo $x; y=3 sh_y=4 printenv sh_y
#### out 0
x=2
1
4
#### export
x=1; env | grep ^x=; export x; env | grep ^x=; export y=2; printenv y; export -n y; printenv y; echo $?
#### out 0
x=1
2
1
#### printenv of nothing
printenv NOT_THERE; echo $?
#### out 0
1
#### local
f() { local x=in; echo $x; g; }; g() { echo "g $x"; }; x=out; f; echo $x
#### out 0
in
g in
out
#### pattern with classes
touch a.yaml b.yaml c.txt .hidden; echo *.yaml [ab].* ?.txt *; echo [!a]*; echo [^a]*
#### out 0
a.yaml b.yaml a.yaml b.yaml c.txt a.yaml b.yaml c.txt
b.yaml c.txt
b.yaml c.txt
#### ansi c only in bash
x=$'\e[1m'; echo ${#x}
#### out 0
4
#### read splits
echo 'a b  c d' | { read x y z; echo "$x|$y|$z"; }
#### out 0
a|b|c d
#### read -r and without
printf 'a\\tb\\\n' | { read x; echo "$x"; }; printf 'a\\tb\n' | { read -r x; echo "$x"; }
#### out 0
atb
a\tb
#### read at the end
printf 'last' | { read x; echo "$? $x"; }; read x < /dev/null; echo $?
#### out 0
1 last
1
#### read with IFS
echo 'k=v=w' | { IFS== read a b; echo "$a $b"; }
#### out 0
k v=w
#### while read
printf 'a 1\nb 2\n' | while read n v; do echo "$v$n"; done
#### out 0
1a
2b
#### while IFS= read -r
printf '  a  \n\\b\n' | while IFS= read -r l; do echo "[$l]"; done
#### out 0
[  a  ]
[\b]
#### mapping by set
x='one two three'; set $x; echo $2
#### out 0
two
#### slices of parameters
set -- a b c d; echo "${@:2}" "${@:2:2}" "${@: -1}"
#### out 0
b c d b c d
#### globs into directories
mkdir -p d/e; touch d/x.y d/e/z.y; echo d/* */*.y d/*/ 
#### out 0
d/e d/x.y d/x.y d/e/
