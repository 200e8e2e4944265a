#### paths
echo '{"a":{"b":[1,2,{"c":"x"}]}}' > f; jq .a.b f; jq '.a.b[2].c' f; jq -r '.a.b[2].c' f; jq -c .a f; jq '.a["b"][0]' f; jq .nope f; jq '.a.b[-1].c' f; jq '.a.b[0:2]' -c f
#### out 0
[
  1,
  2,
  {
    "c": "x"
  }
]
"x"
x
{"b":[1,2,{"c":"x"}]}
1
null
"x"
[1,2]
#### iteration
echo '[{"n":1},{"n":2}]' | jq '.[].n'; echo '[1,2]' | jq -c '.[]|.+1'; echo '{"a":1,"b":2}' | jq '.[]'; echo '[[1],[2]]' | jq -c '.[][]'
#### out 0
1
2
2
3
1
2
1
2
#### select and map
echo '[{"n":"a","v":1},{"n":"b","v":2}]' | jq -c 'map(select(.v>1))'; echo '[3,1,2]' | jq -c 'sort, map(.*2), add, length, min, max, reverse, first, last'; echo '[{"a":2},{"a":1}]' | jq -c 'sort_by(.a), group_by(.a), max_by(.a), unique_by(.a)'
#### out 0
[{"n":"b","v":2}]
[1,2,3]
[6,2,4]
6
3
1
3
[2,1,3]
3
2
[{"a":1},{"a":2}]
[[{"a":1}],[{"a":2}]]
{"a":2}
[{"a":1},{"a":2}]
#### construction
echo '{"a":1,"b":"x"}' | jq -c '{a, c:.b, ("k"+.b):2}, [.a,.b], {"x":.a}'; echo '{"a":[1,2]}' | jq -c '{v:.a[]}'
#### out 0
{"a":1,"c":"x","kx":2}
[1,"x"]
{"x":1}
{"v":1}
{"v":2}
#### string interpolation and formats
echo '{"n":"pod","v":[1,"a b"]}' | jq -r '"name \(.n) \(.v)"'; echo '["a","b c",1,null,true]' | jq -r '@csv, @tsv, @sh, @json, @text'; echo '"a b&c"' | jq -r '@uri, @base64, @html'; echo '"YWI="' | jq -r @base64d
#### out 0
name pod [1,"a b"]
"a","b c",1,,true
a	b c	1		true
'a' 'b c' 1 null true
["a","b c",1,null,true]
["a","b c",1,null,true]
a%20b%26c
YSBiJmM=
a b&amp;c
ab
#### strings
echo '"a,b,c"' | jq -c 'split(","), length, ascii_upcase, ltrimstr("a"), rtrimstr("c"), startswith("a"), endswith("x"), contains("b"), test("B";"i"), sub(",";"-"), gsub(",";";"), index(","), .[2:4]'; echo '["a","b"]' | jq -r 'join("-")'
#### out 0
["a","b","c"]
5
"A,B,C"
",b,c"
"a,b,"
true
false
true
true
"a-b,c"
"a;b;c"
1
"b,"
a-b
#### keys and entries
echo '{"b":1,"a":2}' | jq -c 'keys, keys_unsorted, to_entries, has("a"), del(.a), length, map_values(.+1), with_entries(.value+=1)'; echo '[{"key":"x","value":1}]' | jq -c from_entries
#### out 0
["a","b"]
["b","a"]
[{"key":"b","value":1},{"key":"a","value":2}]
true
{"b":1}
2
{"b":2,"a":3}
{"b":2,"a":3}
{"x":1}
#### sorted and compact
echo '{"b":{"d":1,"c":2},"a":[1]}' | jq -S .; echo '{"b":1,"a":2}' | jq -cS .; echo '[1,[2]]' | jq --tab .; echo '{"a":[]}' | jq --indent 1 .; echo '[1]' | jq --indent 0 .; echo '{}' | jq .; echo '[]' | jq .
#### out 0
{
  "a": [
    1
  ],
  "b": {
    "c": 2,
    "d": 1
  }
}
{"a":2,"b":1}
[
	1,
	[
		2
	]
]
{
 "a": []
}
[1]
{}
[]
#### raw and join
echo '["a","b"]' | jq -r '.[]'; echo '["a","b"]' | jq -j '.[]'; echo; echo '["a\nb"]' | jq -r '.[0]'; echo '["é\u0001"]' | jq -c .; echo '["é"]' | jq -a -c .
#### out 0
a
b
ab
a
b
["é\u0001"]
["\u00e9"]
#### several inputs with an error between
printf '{"a":1} {"a":2} 5 {"a":3}' | jq .a; echo $?
#### out 0
1
2
3
0
#### err
jq: error (at <stdin>:0): Cannot index number with string "a"
#### exit status
echo null | jq -e .; echo $?; echo false | jq -e .; echo $?; echo 1 | jq -e .; echo $?; echo '[]' | jq -e '.[]'; echo $?; echo '{}' | jq -e .a >/dev/null; echo $?
#### out 0
null
1
false
1
1
0
4
1
#### errors of types
echo '{"a":1}' | jq '.a.b'; echo $?; echo '[1]' | jq .a; echo $?; echo '"x"' | jq '.[0]'; echo '{}' | jq '.[0]'; echo '5' | jq '.[]'; echo null | jq '.[]'; echo $?
#### out 0
5
5
5
#### err
jq: error (at <stdin>:1): Cannot index number with string "b"
jq: error (at <stdin>:1): Cannot index array with string "a"
jq: error (at <stdin>:1): Cannot index string with number
jq: error (at <stdin>:1): Cannot index object with number
jq: error (at <stdin>:1): Cannot iterate over number (5)
jq: error (at <stdin>:1): Cannot iterate over null (null)
#### null arithmetic
jq -nc '[null + 1, 1 + null, [1]+[2], {a:1}+{b:2}, "a"+"b", [1,2,1]-[1], "ab"*2, {a:{b:1}}*{a:{c:2}}, "a,b"/","]'
#### out 0
[1,1,[1,2],{"a":1,"b":2},"ab",[2],"abab",{"a":{"b":1,"c":2}},["a","b"]]
#### errors caught
echo '{"a":1}' | jq '.a.b?'; echo '[1]' | jq -c 'try error("x") catch .'; echo 1 | jq '.a? // "d"'; jq -n 'try error catch .'; jq -n '[.[]?]' -c; echo '"x"' | jq 'try .[0] catch .'
#### out 0
"x"
"d"
[]
"Cannot index string with number"
#### alternatives
echo '{"a":null}' | jq '.a // "d", (.b // 1), (false // 2)'; echo '{}' | jq '.a.b.c // "none"'; jq -n 'empty // 3'; jq -n '[false, null, 1] | .[] // 9'
#### out 0
"d"
1
2
"none"
3
1
#### conditions
echo 5 | jq 'if . > 3 then "big" elif . > 1 then "mid" else "small" end'; jq -n '(1,null,0) | if . then "t" else "f" end'; jq -n '[1<2, "a"<"b", null<false, [1]<[2], {}>[] , 1==1.0, true and false, true or false, (true|not)]' -c
#### out 0
"big"
"t"
"f"
"t"
[true,true,true,true,true,true,false,true,false]
#### reduce, foreach, functions
jq -n 'reduce range(5) as $i (0; .+$i)'; jq -nc '[foreach range(4) as $i (0; .+$i)]'; jq -n 'def f(x): x*2; def g: 3; f(g)'; jq -nc '[limit(3; range(10))], [range(0;10;3)], first(range(5)), [recurse(if . < 3 then .+1 else empty end)]' <<< 0; jq -nc '[1,[2,[3]]] | flatten, [..|numbers], any, all'
#### out 0
10
[0,1,3,6]
6
[0,1,2]
[0,3,6,9]
0
[null,1,2,3]
[1,2,3]
[1,2,3]
true
true
#### variables and destructuring
jq -nc '[1,{a:2}] as [$x,{a:$y}] | [$x,$y]'; jq -nc '. as $d | 1 as $x | $x+1'; jq -n '{"a":3} as {a:$v} | $v'
#### out 0
[1,2]
2
3
#### assignment
echo '{"a":1,"b":[1,2]}' | jq -c '.a=5, (.a|=.+1), (.b[0]+=10), (.c//="n"), (.b[]*=2), del(.b[0]), setpath(["x","y"];1), delpaths([["a"]]), (.a,.b)=0'
#### out 0
{"a":5,"b":[1,2]}
{"a":2,"b":[1,2]}
{"a":1,"b":[11,2]}
{"a":1,"b":[1,2],"c":"n"}
{"a":1,"b":[2,4]}
{"a":1,"b":[2]}
{"a":1,"b":[1,2],"x":{"y":1}}
{"b":[1,2]}
{"a":0,"b":0}
#### regular expressions
echo '"test-123-abc"' | jq -c 'match("[0-9]+").string, capture("(?<n>[0-9]+)"), [scan("[a-z]+")], test("^test"), [match("t";"g").offset], split("-[0-9]+-";null)'
#### out 0
"123"
{"n":"123"}
["test","abc"]
true
[0,3]
["test","abc"]
#### malformed after good ones
printf '{"a":1}\n{"a":2}\nError from server\n' | jq .a; echo $?; printf '1 2 ]' | jq .; echo $?; echo "{'a':1}" | jq .; echo $?
#### out 0
1
2
4
1
2
4
4
#### err
parse error: Invalid numeric literal at line 3, column 6
parse error: Unmatched ']' at line 1, column 5
parse error: Invalid numeric literal at line 1, column 5
#### text that is not json
echo 'Error from server (NotFound): pods "x" not found' | jq .; echo $?; echo 'apiVersion: v1' | jq .; echo $?; printf '' | jq .; echo $?; echo '"unended' | jq .; echo $?; printf 'No resources found' | jq .; echo $?
#### out 0
4
4
0
4
4
#### err
parse error: Invalid numeric literal at line 1, column 6
parse error: Invalid numeric literal at line 1, column 11
parse error: Unfinished string at EOF at line 2, column 0
parse error: Invalid numeric literal at line 1, column 3
#### missing file
jq . nope; echo $?; echo 1 > f; jq . nope f; echo $?
#### out 0
2
1
2
#### err
jq: error: Could not open file nope: No such file or directory
jq: error: Could not open file nope: No such file or directory
#### deep objects of kubernetes
echo '{"items":[{"metadata":{"name":"a","labels":{"app":"x"}},"spec":{"containers":[{"name":"c1"},{"name":"istio-proxy"}]}},{"metadata":{"name":"b"},"spec":{"containers":[{"name":"c1"}]}}]}' > f; jq -r '.items[] | select(any(.spec.containers[]; .name=="istio-proxy")) | .metadata.name' f; jq -r '.items[] | [.metadata.name, (.spec.containers|map(.name)|join(","))] | @tsv' f; jq '[.items[].spec.containers|length]|add' f; jq -r '.items[] | "\(.metadata.name)\t\(.metadata.labels.app // "-")"' f; jq -c '.items | map({(.metadata.name): (.spec.containers | length)}) | add' f; jq -c '[.items[] | .metadata.labels // {} | keys[]]' f
#### out 0
a
a	c1,istio-proxy
b	c1
3
a	x
b	-
{"a":2,"b":1}
["app"]
#### arguments
jq -n --arg x 5 --argjson y 5 -c '[$x,$y,$ARGS.named]'; jq -n -c '$ARGS.positional' --args a b; jq -n -c '$ARGS.positional' --jsonargs 1 '{"a":2}'; jq -n '$ENV.HOME, env.HOME'
#### out 0
["5",5,{"x":"5","y":5}]
["a","b"]
[1,{"a":2}]
"/lab"
"/lab"
#### paths of values
echo '{"a":[1,{"b":2}]}' | jq -c 'paths, [leaf_paths], getpath(["a",1,"b"]), path(.a[1].b), [paths(type=="number")], tostream' 
#### out 0
["a"]
["a",0]
["a",1]
["a",1,"b"]
[["a",0],["a",1,"b"]]
2
["a",1,"b"]
[["a",0],["a",1,"b"]]
[["a",0],1]
[["a",1,"b"],2]
[["a",1,"b"]]
[["a",1]]
[["a"]]
#### search and sets
echo '["a","b","a"]' | jq -c 'unique, index("a"), rindex("a"), indices("a"), inside(["a","b","c"]), contains(["b"]), any(.=="b"), all(.=="a"), (IN("a")), group_by(.), .[1:]'
#### out 0
["a","b"]
0
2
[0,2]
true
true
true
false
false
[["a","a"],["b"]]
["b","a"]
#### unknown variable
jq -n '$nope'; echo $?
#### out 0
3
#### err
jq: error: $nope is not defined at <top-level>, line 1:
$nope
jq: 1 compile error
#### unknown options
jq --nope . ; echo $?; jq -Z .; echo $?; jq --arg x; echo $?
#### out 0
2
2
2
#### err
jq: Unknown option --nope
Use jq --help for help with command-line options,
or see the jq manpage, or online docs  at https://stedolan.github.io/jq
jq: Unknown option -Z
Use jq --help for help with command-line options,
or see the jq manpage, or online docs  at https://stedolan.github.io/jq
jq: --arg takes two parameters (e.g. --arg varname value)
Use jq --help for help with command-line options,
or see the jq manpage, or online docs  at https://stedolan.github.io/jq
