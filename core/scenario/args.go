package scenario

import "strconv"

// args reads the words of one line one after the other. The first thing wrong
// is kept; from then on every read gives zero, so a reader need not ask each time.
type args struct {
	words  []token
	at     int
	line   int
	failed *Error
}

// fail keeps text as what is wrong at w.
func (a *args) fail(w token, text string) {
	if a.failed == nil {
		a.failed = &Error{Pos{a.line, w.column}, text}
	}
}

// refuse keeps what is said of w, behind w itself in quotes, as what is wrong.
func (a *args) refuse(w token, text string) { a.fail(w, quote(w.text)+text) }

// unknown keeps text, and what words would be possible in place of found.
func (a *args) unknown(w token, text, found string, words []string) {
	a.fail(w, text+oneOf(found, words))
}

// unlisted is unknown of w itself, in quotes.
func (a *args) unlisted(w token, text string, words []string) {
	a.unknown(w, quote(w.text)+text, w.text, words)
}

func (a *args) more() bool { return a.failed == nil && a.at < len(a.words) }

// peek returns the next word; behind the last one an empty word at its place.
func (a *args) peek() token {
	if a.at < len(a.words) {
		return a.words[a.at]
	}
	if a.at == 0 {
		return token{}
	}
	last := a.words[a.at-1]
	return token{"", last.column + len(last.text) + 1}
}

// next takes the next word, which must be there: what says what it is.
func (a *args) next(what string) token {
	w := a.peek()
	if w.text == "" {
		a.fail(w, "here the line ends, but "+what+" is missing")
	} else {
		a.at++
	}
	return w
}

// take takes the next word if it is word.
func (a *args) take(word string) bool {
	if a.more() && a.words[a.at].text == word {
		a.at++
		return true
	}
	return false
}

// end complains about words that are left.
func (a *args) end() {
	if a.more() {
		a.fail(a.peek(), quote(a.peek().text)+" is one word too many; the line is complete before it")
	}
}

// number reads w's text as a number of what within least..most.
func (a *args) number(w token, text, what string, least, most int64) int64 {
	if a.failed != nil {
		return 0
	}
	v, ok := parseInt(text)
	switch {
	case !digits(text):
		a.refuse(w, ": "+what+" is a whole number, as in "+strconv.FormatInt(max(least, 8), 10))
	case !ok || v < least || v > most:
		a.refuse(w, ": "+what+" is "+strconv.FormatInt(least, 10)+" to "+strconv.FormatInt(most, 10))
	}
	return v
}

// pair takes a word of the form key=value.
func (a *args) pair(words []string) (w token, key, value string) {
	w = a.next("a setting like " + words[0] + "=1")
	key, value, found := cutAt(w.text, '=')
	if a.failed == nil && !found {
		a.unknown(w, quote(w.text)+" is no setting of the form name=value", key, words)
	}
	return w, key, value
}

// choose takes a word that is one of words.
func (a *args) choose(what string, words []string) string {
	w := a.next(what + " (" + join(words) + ")")
	if a.failed == nil && index(words, w.text) < 0 {
		a.refuse(w, " is no "+what+oneOf(w.text, words))
	}
	return w.text
}
