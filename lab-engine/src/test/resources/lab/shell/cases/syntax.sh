#### unexpected token
echo a; ; echo b
#### out 2
#### err
lab: line 1: syntax error near unexpected token `;'
lab: line 1: `echo a; ; echo b'
#### unexpected done
echo a
done
#### out 2
a
#### err
lab: line 2: syntax error near unexpected token `done'
lab: line 2: `done'
#### unexpected fi
if true; then echo a; fi fi
#### out 2
#### err
lab: line 1: syntax error near unexpected token `fi'
lab: line 1: `if true; then echo a; fi fi'
#### unexpected end of if
if true; then echo a
#### out 2
#### err
lab: line 2: syntax error: unexpected end of file
#### unexpected end of a quote
echo 'abc
#### out 2
#### err
lab: line 1: unexpected EOF while looking for matching `''
#### unexpected end of a double quote
echo "abc
#### out 2
#### err
lab: line 1: unexpected EOF while looking for matching `"'
#### unexpected end of a loop
for i in 1 2; do
echo $i
#### out 2
#### err
lab: line 3: syntax error: unexpected end of file
#### pipe at the start
| cat
#### out 2
#### err
lab: line 1: syntax error near unexpected token `|'
lab: line 1: `| cat'
#### pipe without command
echo a | | cat
#### out 2
#### err
lab: line 1: syntax error near unexpected token `|'
lab: line 1: `echo a | | cat'
#### ampersands
&& echo a
#### out 2
#### err
lab: line 1: syntax error near unexpected token `&&'
lab: line 1: `&& echo a'
#### parenthesis
echo a )
#### out 2
#### err
lab: line 1: syntax error near unexpected token `)'
lab: line 1: `echo a )'
#### parenthesis in a word
echo a(b)
#### out 2
#### err
lab: line 1: syntax error near unexpected token `('
lab: line 1: `echo a(b)'
#### empty then
if true; then fi
#### out 2
#### err
lab: line 1: syntax error near unexpected token `fi'
lab: line 1: `if true; then fi'
#### empty group
{ }
#### out 2
#### err
lab: line 1: syntax error near unexpected token `}'
lab: line 1: `{ }'
#### bad function name
f( { echo a; }
#### out 2
#### err
lab: line 1: syntax error near unexpected token `{'
lab: line 1: `f( { echo a; }'
#### redirection without target
echo a >
#### out 2
#### err
lab: line 1: syntax error near unexpected token `newline'
lab: line 1: `echo a >'
#### redirection to a newline
cat <
echo b
#### out 2
#### err
lab: line 1: syntax error near unexpected token `newline'
lab: line 1: `cat <'
#### case without in
case a; esac
#### out 2
#### err
lab: line 1: syntax error near unexpected token `;'
lab: line 1: `case a; esac'
#### the first line ran
echo first
echo second )
#### out 2
first
#### err
lab: line 2: syntax error near unexpected token `)'
lab: line 2: `echo second )'
#### else without if
else echo a
#### out 2
#### err
lab: line 1: syntax error near unexpected token `else'
lab: line 1: `else echo a'
#### do without loop
do echo a; done
#### out 2
#### err
lab: line 1: syntax error near unexpected token `do'
lab: line 1: `do echo a; done'
#### unfinished braces
echo ${x
#### out 2
#### err
lab: line 1: unexpected EOF while looking for matching `}'
#### then missing
if true; echo a; fi
#### out 2
#### err
lab: line 1: syntax error near unexpected token `fi'
lab: line 1: `if true; echo a; fi'
#### bad substitution
echo ${a b}; echo next
#### out 1
#### err
lab: line 1: ${a b}: bad substitution
#### arithmetic unfinished
echo $((1+2
#### out 2
#### err
lab: line 1: unexpected EOF while looking for matching `)'
#### reserved words as arguments
echo if then else fi do done case esac for while { } ! in
#### out 0
if then else fi do done case esac for while { } ! in
#### several semicolons in case
case a in a) ;; esac; echo ok
#### out 0
ok
#### line number of an error
echo one

nosuchcmd
echo three
#### out 0
one
three
#### err
lab: line 3: nosuchcmd: command not found
#### line number in a function
f() {
  nosuchcmd
}
echo a
f
#### out 127
a
#### err
lab: line 2: nosuchcmd: command not found
