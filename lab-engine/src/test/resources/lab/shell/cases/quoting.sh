#### single quotes keep everything
echo '$HOME `x` \n "q" !'
#### out 0
$HOME `x` \n "q" !
#### double quotes expand
x=5; echo "$x ${x} \$x \"q\" \\ \n `echo in` $(echo sub) $((x+1))"
#### out 0
5 5 $x "q" \ \n in sub 6
#### backslashes outside quotes
echo a\ b \$x \\ \" \' c\
d
#### out 0
a b $x \ " ' cd
#### adjacent quotings join
x=v; echo a'b'"c$x"d\ e$'f\tg'
#### out 0
abcvd ef	g
#### dollar quotes
echo $'a\nb\tc\x41\u00e9\101\'q\\'
#### out 0
a
b	cAéA'q\
#### empty words stay when quoted
set -- "" '' a; echo $#
x=; set -- $x "$x"; echo $#
#### out 0
3
1
#### splitting of unquoted values
x='a  b	c'; set -- $x; echo $#; echo $x; echo "$x"
#### out 0
3
a b c
a  b	c
#### IFS
IFS=:; x=a:b::c; set -- $x; echo $#; printf '<%s>' "$@"; echo
#### out 0
4
<a><b><><c>
#### IFS with whitespace and other
IFS=' ,'; x='a , b,,c '; set -- $x; printf '<%s>' "$@"; echo
#### out 0
<a><b><><c>
#### star and at
set -- a 'b c' d; printf '<%s>' "$@"; echo; printf '<%s>' "$*"; echo; printf '<%s>' $*; echo
#### out 0
<a><b c><d>
<a b c d>
<a><b><c><d>
#### star joins with IFS
set -- a b c; IFS=-; echo "$*"; echo "${*}"
#### out 0
a-b-c
a-b-c
#### at within a word
set -- a b; printf '<%s>' "x$@y"; echo
#### out 0
<xa><by>
#### at without parameters
set --; printf '<%s>' "$@"; echo; set -- "$@" z; echo $#
#### out 0
<>
1
#### comments
echo a # not this
echo b#this
# nothing
echo "c # d"
#### out 0
a
b#this
c # d
#### line continuation in words
echo one \
  two
#### out 0
one two
#### newline in quotes
echo "a
b" 'c
d'
#### out 0
a
b c
d
#### nested quotes in substitution
echo "$(echo "a  b" 'c  d')"
#### out 0
a  b c  d
#### backquotes nested
echo `echo a \`echo b\``
#### out 0
a b
#### tilde
echo ~ ~/x "~" a~ 
HOME=/else; echo ~
#### out 0
/lab /lab/x ~ a~
/else
#### globs do not match quoted
touch a1 a2; echo a* "a*" 'a*' a\*
#### out 0
a1 a2 a* a* a*
#### brace expansion
echo {a,b}c x{1..5} {01..03} {a..e} {5..1..2} a{b,c{d,e}} "{a,b}" {a} {}
#### out 0
ac bc x1 x2 x3 x4 x5 01 02 03 a b c d e 5 3 1 ab acd ace {a,b} {a} {}
#### brace expansion with variables
x=v; echo {$x,w}.yaml
#### out 0
v.yaml w.yaml
#### bang is plain
echo "hi!" hi!there
#### out 0
hi! hi!there
#### unmatched glob stays
echo nothing*here
#### out 0
nothing*here
#### quoted here in case word
x='*'; case "$x" in '*') echo star;; esac; case abc in "$x") echo no;; $x) echo yes;; esac
#### out 0
star
yes
#### semicolons and braces in words
echo a\;b "a;b" 'a|b' a'&'b }x {x
#### out 0
a;b a;b a|b a&b }x {x
