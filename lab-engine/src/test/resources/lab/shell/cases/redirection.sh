#### output and append
echo a > f; echo b >> f; cat f; > f; cat f; echo $?
#### out 0
a
b
0
#### input
printf 'b\na\n' > f; sort < f; < f wc -l
#### out 0
a
b
2
#### error streams
{ echo out; echo err >&2; } 2>/dev/null; { echo out; echo err >&2; } 2>&1 >/dev/null; ls nope 2> e; cat e
#### out 0
out
err
ls: cannot access 'nope': No such file or directory
#### order of redirections
{ echo o; echo e >&2; } > f 2>&1; cat f; { echo o; echo e >&2; } 2>&1 > g | cat; cat g
#### out 0
o
e
e
o
#### both
{ echo o; echo e >&2; } &> f; cat f; { echo o; echo e >&2; } |& sort
#### out 0
o
e
e
o
#### here-document
x=5; cat <<EOF
x is $x and $((x+1)) and $(echo sub) and \$x `echo bq`
  indented "q" 'q'
EOF
#### out 0
x is 5 and 6 and sub and $x bq
  indented "q" 'q'
#### quoted here-document
cat <<'EOF'
$x `y` \z
EOF
cat <<"E O"
two words $x
E O
#### out 0
$x `y` \z
two words $x
#### indented here-document
cat <<-EOF
	tab
		two
	EOF
echo after
#### out 0
tab
two
after
#### two here-documents
cat <<A; cat <<B
a
A
b
B
#### out 0
a
b
#### here-document into a pipe
cat <<EOF | tr a-z A-Z
hello
EOF
#### out 0
HELLO
#### here-document to a command with arguments
cat - /dev/null <<EOF && echo done
body
EOF
#### out 0
body
done
#### here-document in a loop
while read a b; do echo "$b $a"; done <<EOF
1 2
3 4
EOF
#### out 0
2 1
4 3
#### here-document with a backslash at the end
cat <<EOF
one \
two
EOF
#### out 0
one two
#### here-string
cat <<< "a $HOME b"; read x y <<< '1 2'; echo $y
#### out 0
a /lab b
2
#### input that is not there
cat < nope; echo $?
#### out 0
1
#### err
lab: line 1: nope: No such file or directory
#### output into a directory
mkdir d; echo x > d; echo $?
#### out 0
1
#### err
lab: line 1: d: Is a directory
#### output into nothing
echo x > no/where; echo $?
#### out 0
1
#### err
lab: line 1: no/where: No such file or directory
#### output to an empty name
echo x > ""; echo $?
#### out 0
1
#### err
lab: line 1: : No such file or directory
#### descriptor 3
exec 3> f; echo three >&3; exec 3>&-; cat f; echo x >&3; echo $?
#### out 0
three
1
#### err
lab: line 1: 3: Bad file descriptor
#### swapping
{ echo o; echo e >&2; } 3>&1 1>&2 2>&3 3>&- | sed 's/^/pipe /'
#### out 0
pipe e
#### err
o
#### redirection before the command
> f echo hi; cat f; 2>&1 ls nope | cat
#### out 0
hi
ls: cannot access 'nope': No such file or directory
#### exec redirects the shell
exec > f; echo a; echo b; exec >&2; cat f
#### out 0
#### err
a
b
#### process substitution
diff <(printf 'a\nb\n') <(printf 'a\nc\n'); echo $?
#### out 0
2c2
< b
---
> c
1
#### tee
echo a | tee f g; cat f g; echo b | tee -a f > /dev/null; cat f
#### out 0
a
a
a
a
b
#### stdin and stdout as files
echo in | cat /dev/stdin; echo x > /dev/stdout; echo y > /dev/stderr; echo z | cat - /dev/null
#### out 0
in
x
z
#### err
y
#### noclobber is not set
echo a > f; echo b >| f; cat f
#### out 0
b
#### reading while writing
echo a > f; cat f f > g; cat g
#### out 0
a
a
#### pipes with many stages
seq 20 | grep 1 | sed 's/1/x/' | sort -r | head -3 | tail -1
#### out 0
x7
#### pipe into a group
printf '1\n2\n3\n' | { read a; read b; echo $b; cat; }
#### out 0
2
3
#### pipe over lines
echo a |
  cat |
  tr a b
#### out 0
b
#### and over lines
true &&
  echo a ||
  echo b
#### out 0
a
#### error of a program in a pipe
ls nope | cat; echo $?
#### out 0
0
#### err
ls: cannot access 'nope': No such file or directory
#### writing to a closed reader
yes | true; echo $?
#### out 0
0
#### ambiguous redirect
x='a b'; echo q > $x; echo $?
#### out 0
1
#### err
lab: line 1: $x: ambiguous redirect
#### a reader that stops early
yes | head -2; seq 100000 | head -1; echo ${PIPESTATUS[0]:-x} > /dev/null
#### out 0
y
y
1
