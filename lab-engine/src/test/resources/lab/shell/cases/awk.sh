#### fields
echo 'a b  c' | awk '{print $1, $3, NF}'; echo 'a:b' | awk -F: '{print $2}'; echo 'a b' | awk '{print $0; print $NF; print $(NF-1)}'
#### out 0
a c 3
b
a b
b
a
#### patterns
printf 'a 1\nb 2\nc 3\n' | awk '/b/'; printf 'a 1\nb 2\nc 3\n' | awk '$2>1 {print $1}'; printf 'a\nb\nc\n' | awk 'NR==2'; printf 'a\nb\nc\nd\n' | awk '/b/,/c/'; printf 'a\nb\n' | awk 'NR>1'
#### out 0
b 2
b
c
b
b
c
b
#### BEGIN and END
printf '1\n2\n3\n' | awk '{s+=$1} END {print s, NR, s/NR}'; awk 'BEGIN {print "only"}'; printf 'a\n' | awk 'BEGIN{x=1} END{print x, $0}'
#### out 0
6 3 2
only
1 a
#### separators
echo 'a,b' | awk -F, -v OFS=- '{$1=$1; print}'; echo 'a b' | awk 'BEGIN{OFS=":"}{print $1,$2}'; printf 'a\tb c\n' | awk -F'\t' '{print $2}'; echo 'a1b22c' | awk -F'[0-9]+' '{print $1$2$3}'; echo a.b | awk -F. '{print $2}'; echo 'a|b' | awk -F'|' '{print $2}'
#### out 0
a-b
a:b
b c
abc
b
b
#### printf
awk 'BEGIN{printf "%d %5d|%-5s|%05.1f %x %o %c %c %e %g %%\n", 42.9, 7, "ab", 3.14159, 255, 8, 65, "hello", 12345.678, 0.0001}'
#### out 0
42     7|ab   |003.1 ff 10 A h 1.234568e+04 0.0001 %
#### concatenation
awk 'BEGIN{x="a" 1 "b"; print x; print 1 " " 2; print 1+1 "x"; print -1 " " -1}'
#### out 0
a1b
1 2
2x
-1-1
#### conversions by CONVFMT and OFMT
awk 'BEGIN{x=3.14159265; print x; y=x ""; print y; OFMT="%.2f"; print x; CONVFMT="%.3f"; z=x ""; print z; print 17 ""}'
#### out 0
3.14159
3.14159
3.14
3.142
17
#### match operators
awk 'BEGIN{print "abc" ~ /b/, "abc" ~ "^b", "abc" !~ /x/; r="c$"; print "abc" ~ r}'; echo 'a b' | awk '$1 ~ /^a/ && $2 !~ /c/'
#### out 0
1 0 1
1
a b
#### control
awk 'BEGIN{for(i=0;i<3;i++) printf "%d ", i; while(i>0) i--; print i; do {i++} while(i<5); print i; for(;;){if(i>7)break; i++; if(i==6)continue}; print i}'
#### out 0
0 1 2 0
5
8
#### next and exit
printf '1\n2\n3\n' | awk '$1==2{next}{print}'; printf '1\n2\n3\n' | awk '$1==2{exit 3}{print}END{print "end"}'; echo $?; awk 'BEGIN{exit}END{print "e"}'; awk 'BEGIN { exit 1 }'; echo $?
#### out 0
1
3
1
end
3
e
1
#### arrays
printf 'a\nb\na\n' | awk '{c[$1]++} END{for(k in c) print k, c[k]}' | sort; awk 'BEGIN{a["x"]=1; if("x" in a) print "in"; if(!("y" in a)) print "not"; delete a["x"]; print length(a); a[1,2]=3; for(k in a){split(k,p,SUBSEP); print p[1],p[2]}; if((1,2) in a) print "pair"; delete a; print length(a)}'
#### out 0
a 2
b 1
in
not
0
1 2
pair
0
#### order of arrays by number
awk 'BEGIN{for(i=1;i<=12;i++)a[i]=i; n=0; for(k in a)n++; print n; split("c b a",x); for(i=1;i<=3;i++)printf "%s", x[i]; print ""}'
#### out 0
12
cba
#### split
awk 'BEGIN{n=split("a:b:c",p,":"); print n,p[1],p[3]; n=split("",q); print n; n=split("a1b2c",r,/[0-9]/); print n, r[3]; n=split("abc",s,""); print n, s[2]; n=split("  a  b ",t," "); print n, t[1]}'
#### out 0
3 a c
0
3 c
3 b
2 a
#### sub and gsub
echo 'aaa' | awk '{n=gsub(/a/,"b"); print n, $0}'; echo 'hello' | awk '{sub(/l/,"[&]"); print; gsub(/l/,"\\&"); print}'; awk 'BEGIN{s="abc"; gsub("","-",s); print s; t="a.b.c"; gsub(".","x",t); print t; u="a.b"; gsub("\\.","-",u); print u; w="abc"; gsub(/x*$/,"!",w); print w}'
#### out 0
3 bbb
he[l]lo
he[&]&o
-a-b-c-
xxxxx
a-b
abc!
#### match
awk 'BEGIN{print match("foobar",/o+/), RSTART, RLENGTH; print match("x",/y/), RSTART, RLENGTH}'
#### out 0
2 2 2
0 0 -1
#### sprintf and numbers
awk 'BEGIN{x=sprintf("%03d-%s",7,"q"); print x; print int(3.9), int(-3.9), int("4x"), sqrt(16), exp(0), log(1), sin(0), cos(0), atan2(0,1)}'
#### out 0
007-q
3 -3 4 4 1 0 0 1 0
#### user functions
awk 'function f(x,y){y=x*2; return y+1} BEGIN{print f(3); y=9; f(1); print y} function g(a){a["k"]=1} BEGIN{g(arr); print arr["k"]}'; awk 'function fac(n){return n<=1?1:n*fac(n-1)} BEGIN{print fac(10)}'
#### out 0
7
9
1
3628800
#### getline
printf 'a\nb\nc\n' | awk 'NR==1{getline; print; getline x; print x, NR}'; printf 'l1\nl2\n' > f; awk 'BEGIN{while((getline l < "f")>0) print "got " l; close("f"); print (getline q < "nope")}'
#### out 0
b
c 3
got l1
got l2
-1
#### output into files
awk 'BEGIN{print "a" > "f"; print "b" >> "f"; print "e" > "/dev/stderr"; close("f"); while((getline l < "f")>0) print l}'
#### out 0
a
b
#### err
e
#### assignment to fields
echo 'a b c' | awk '{$2="X"; print; print NF; $5="E"; print; print NF; NF=2; print; $0="n w"; print $2}'
#### out 0
a X c
3
a X c  E
5
a X
w
#### several files
printf '1\n2\n' > f; printf '3\n' > g; awk '{print FILENAME, FNR, NR, $0}' f g; awk 'FNR==NR{a[$1]=1;next} !($1 in a)' f g
#### out 0
f 1 1 1
f 2 2 2
g 1 3 3
3
#### regular expressions
printf 'a.b\na+b\nab\n' | awk '/a\.b/{print "dot"} /a\+b/{print "plus"} /^ab$/{print "ab"} /a[.+]b/{print "cls"}'; printf 'tab\there\n' | awk '/\t/{print "t"}'; echo 'a/b' | awk '/\//{print "slash"}'; echo aab | awk '/^(a|b)+$/'; echo ab12 | awk '/[[:alpha:]]+[[:digit:]]+/'
#### out 0
dot
cls
plus
cls
ab
t
slash
aab
ab12
#### if else chains
printf '1\n5\n9\n' | awk '{if($1<3) print "low"; else if($1<7) print "mid"; else {print "high"}}'
#### out 0
low
mid
high
#### missing file
awk 1 nope; echo $?
#### out 0
2
#### err
awk: cannot open nope (No such file or directory)
#### program file
printf '# sums\n{ s += $1 } # c\nEND { print s }\n' > p.awk; seq 4 | awk -f p.awk; seq 4 | awk -f nope.awk; echo $?
#### out 0
10
2
#### err
awk: cannot open nope.awk (No such file or directory)
#### kubectl like columns
printf 'NAME  READY STATUS\np1    2/2   Running\np2    1/2   Pending\n' | awk 'NR>1 && $3!="Running" {print $1": "$3}' ; printf 'NAME  READY STATUS\np1    2/2   Running\n' | awk 'NR>1{split($2,a,"/"); if(a[1]==a[2]) n++} END{print n+0}'
#### out 0
p2: Pending
1
#### regexp as value and dynamic
echo 'abc' | awk '{if (/b/) print "has"; n = /z/; print n; print $0 ~ "a" "b"}'
#### out 0
has
0
1
#### printf without parentheses into a pipe
printf 'b\na\n' | awk '{printf "%s-%d\n", $1, NR}' | sort
#### out 0
a-2
b-1
#### uninitialized
awk 'BEGIN{print x+0, x "", length(x), (x==0), (x=="")}'; echo a | awk '{print $3 "|"}'
#### out 0
0  0 1 1
|
#### in operator in for with parentheses
awk 'BEGIN { n = split("x y z", a); for (i = n; i >= 1; i--) printf("%s%s", a[i], i > 1 ? " " : "\n") }'
#### out 0
z y x
#### substitution of special characters in replacement
echo a | awk '{gsub(/a/,"x\\\\&y"); print}'; echo 'path/to' | awk '{gsub("/","\\/"); print}'
#### out 0
x\ay
path\/to
#### increments of fields and NR arithmetic
printf '1 2\n3 4\n' | awk '{$1++; $2+=10; print} END{print NR*2}'; seq 6 | awk 'NR%2==0'; seq 6 | awk 'NR%3==1{printf "%s ", $0} END{print ""}'
#### out 0
2 12
4 14
4
2
4
6
1 4 
#### getline from a command is refused or run
awk 'BEGIN{x["a"]=1; delete x; n=0; for (i in x) n++; print n}'
#### out 0
0
#### range over the same line
printf 'a b\nc\n' | awk '/a/,/b/{print "in"}'; printf '1\n2\n3\n4\n' | awk 'NR==2,NR==3{print}'
#### out 0
in
2
3
