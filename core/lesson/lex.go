package lesson

import (
	"strconv"
	"strings"

	"blkplay/core/scenario"
)

// Errors are what is wrong with a lesson, with places in its text.
type (
	Error  = scenario.Error
	Errors = scenario.Errors
	Pos    = scenario.Pos
)

// tokenKind is what a token of an expression is.
type tokenKind uint8

const (
	endToken tokenKind = iota
	nameToken
	numberToken // value in n
	timeToken   // value in n, ns
	wordToken   // "quoted": text without the quotes
	signToken
)

type token struct {
	kind tokenKind
	text string
	n    int64
	at   int // bytes from the expression's start
}

// lexer cuts an expression into tokens.
type lexer struct {
	text string
	at   int
	bad  string // what is wrong at at; "" while all is well
}

var signs = [...]string{"..", "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", ".", "|"}

// next returns the next token; endToken at the end, and for what is none.
func (l *lexer) next() token {
	for l.at < len(l.text) && (l.text[l.at] == ' ' || l.text[l.at] == '\t') {
		l.at++
	}
	from := l.at
	if l.at == len(l.text) || l.bad != "" {
		return token{kind: endToken, at: from}
	}
	switch c := l.text[l.at]; {
	case c == '"':
		end := strings.IndexByte(l.text[from+1:], '"')
		if end < 0 {
			l.bad = "the quote is not closed"
			return token{kind: endToken, at: from}
		}
		l.at += end + 2
		return token{kind: wordToken, text: l.text[from+1 : l.at-1], at: from}
	case digit(c):
		return l.number()
	case letter(c):
		for l.at < len(l.text) && l.inName(l.at) {
			l.at++
		}
		return token{kind: nameToken, text: l.text[from:l.at], at: from}
	}
	for _, s := range signs {
		if strings.HasPrefix(l.text[l.at:], s) {
			l.at += len(s)
			return token{kind: signToken, text: s, at: from}
		}
	}
	l.bad = quote(l.text[l.at:l.at+1]) + " has no meaning in an expression"
	return token{kind: endToken, at: from}
}

func digit(c byte) bool  { return '0' <= c && c <= '9' }
func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' }

// inName reports whether the byte at i goes on with a name: a letter, a digit, or
// a hyphen before a letter.
func (l *lexer) inName(i int) bool {
	c := l.text[i]
	return letter(c) || digit(c) || c == '-' && i+1 < len(l.text) && letter(l.text[i+1])
}

// numberMax keeps sums and products of a few numbers far from overflow.
const numberMax = 1 << 55

// number reads 12, or a time: 12ms, 2.5ms, 400us.
func (l *lexer) number() token {
	from := l.at
	whole := l.digits()
	fraction := ""
	if l.at+1 < len(l.text) && l.text[l.at] == '.' && digit(l.text[l.at+1]) {
		l.at++
		fraction = l.digits()
	}
	unitFrom := l.at
	for l.at < len(l.text) && letter(l.text[l.at]) {
		l.at++
	}
	unit := l.text[unitFrom:l.at]
	t := token{kind: numberToken, text: l.text[from:l.at], at: from}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n > numberMax {
		l.bad, l.at = "this number is too large", from
		return token{kind: endToken, at: from}
	}
	t.n = n
	if unit == "" && fraction == "" {
		return t
	}
	t.kind = timeToken
	ns, ok := timeOf(n, fraction, unit)
	if !ok {
		l.bad, l.at = quote(t.text)+" is no time; write it like 5ms, 2.5ms or 400us", from
		return token{kind: endToken, at: from}
	}
	t.n = ns
	return t
}

func (l *lexer) digits() string {
	from := l.at
	for l.at < len(l.text) && digit(l.text[l.at]) {
		l.at++
	}
	return l.text[from:l.at]
}

// timeOf returns whole.fraction units in ns.
func timeOf(whole int64, fraction, unit string) (ns int64, ok bool) {
	var scale int64
	switch unit {
	case "s":
		scale = 1_000_000_000
	case "ms":
		scale = 1_000_000
	case "us":
		scale = 1_000
	case "ns":
		scale = 1
	default:
		return 0, false
	}
	if whole > scenario.TimeMaxNs/scale {
		return 0, false
	}
	ns = whole * scale
	for i := range len(fraction) {
		scale /= 10
		ns += int64(fraction[i]-'0') * scale
		if scale == 0 && fraction[i] != '0' {
			return 0, false
		}
	}
	return ns, true
}

// quote puts s in quotes for a message, cut if it is long.
func quote(s string) string {
	const longest = 40
	if len(s) > longest {
		s = s[:longest] + "..."
	}
	return strconv.QuoteToASCII(s)
}
