package lesson

import (
	"errors"
	"strconv"
	"strings"
)

// A code is a sheet in letters: the exercise's name, groups of four letters, and
// behind a colon the person, if one was given:
//
//	E01-2QX8-0R4M-1K7C-T9:Ann
//
// Its bits: 4 the version, 24 of the exercise's digest, the seed; for each question
// 2 (0 no answer, 1 claimed wrong, 2 claimed right) and the answer; 20 of a checksum
// over all that, the name and the person.
const (
	codeVersion   = 1
	digestBits    = 24
	checksumBits  = 20
	codeBytesMax  = 2000
	claimNothing  = 0
	claimWrong    = 1
	claimRight    = 2
	digestLetters = digestBits / 4
)

// Code returns the sheet as a code. It fails if the sheet is of another exercise,
// or an answer cannot be read.
//
// Preconditions: s has an entry for each question, as [Variant.Sheet] makes it.
func (x *Exercise) Code(s *Sheet) (string, error) {
	if s.Exercise != x.Name || !sameDigest(s.Digest, x.Digest) {
		return "", errors.New("the sheet is of another exercise, or of another version of it")
	}
	b := &bits{}
	b.put(codeVersion, 4)
	b.put(digestPart(x.Digest), digestBits)
	b.putCount(s.Seed)
	for i := range x.questions {
		q := &x.questions[i]
		given := Given{}
		for _, g := range s.Given {
			if g.Question == q.name {
				given = g
			}
		}
		if given.Answer == "" {
			b.put(claimNothing, 2)
			continue
		}
		text, problem := q.shorten(given.Answer)
		if problem != "" {
			return "", errors.New(q.name + ": " + problem)
		}
		claim := claimWrong
		if given.Claim {
			claim = claimRight
		}
		b.put(uint64(claim), 2)
		b.putText(text)
	}
	person := plainPerson(s.Person)
	b.put(checksum(b.list, x.Name, person), checksumBits)
	code := b.letters([]byte(strings.ToUpper(x.Name)))
	if person != "" {
		code = append(append(code, ':'), person...)
	}
	return string(code), nil
}

// sameDigest compares digests of which one may be cut to what a code holds.
func sameDigest(a, b string) bool {
	return len(a) >= digestLetters && len(b) >= digestLetters && a[:digestLetters] == b[:digestLetters]
}

func digestPart(digest string) uint64 {
	n, err := strconv.ParseUint(digest[:digestLetters], 16, 64)
	if err != nil {
		panic("lesson: " + digest + " is no digest")
	}
	return n
}

func checksum(list []byte, name, person string) uint64 {
	h := uint64(14695981039346656037)
	mix := func(c byte) { h = (h ^ uint64(c)) * 1099511628211 }
	for _, bit := range list {
		mix(bit)
	}
	for _, text := range [...]string{strings.ToLower(name), person} {
		mix(0xff)
		for i := range len(text) {
			mix(text[i])
		}
	}
	return (h ^ h>>20 ^ h>>40) & (1<<checksumBits - 1)
}

// shorten returns an answer as a code holds it: choices and words by number, knobs
// by number, times without their unit.
func (q *question) shorten(answer string) (text, problem string) {
	if q.kind == Goal {
		list, problem := q.readTurned(answer)
		if problem != "" {
			return "", problem
		}
		for i := range q.knobs {
			for j := range list {
				if list[j].knob == &q.knobs[i] {
					text += " " + q.shortKnob(i, &list[j])
				}
			}
		}
		return strings.TrimPrefix(text, " "), ""
	}
	x, problem := q.read(answer)
	if problem != "" {
		return "", problem
	}
	if q.kind == Explain {
		items := x.List
		if x.Type == Word {
			items = []Value{x}
		}
		for i := range items {
			text += " " + strconv.Itoa(q.choiceNumber(items[i].Word))
		}
		return text[1:], ""
	}
	return strings.TrimSuffix(x.String(), " ms"), ""
}

func (q *question) choiceNumber(word string) int {
	for i := range q.choices {
		if q.choices[i].word == word {
			return i + 1
		}
	}
	return 0
}

func (q *question) shortKnob(i int, t *turned) string {
	text := strconv.Itoa(i + 1)
	if t.knob.Name == "sector" {
		text += "." + strconv.Itoa(t.bio)
	}
	value := t.value
	for j, w := range t.knob.Words {
		if w == value {
			value = strconv.Itoa(j + 1)
		}
	}
	return text + "=" + value
}

// lengthen returns the answer that shorten made text of; "" if it made none such.
func (q *question) lengthen(text string) string {
	var words []string
	for _, t := range strings.Fields(text) {
		word := t
		switch q.kind {
		case Explain:
			n, err := strconv.Atoi(t)
			if err != nil || n < 1 || n > len(q.choices) {
				return ""
			}
			word = q.choices[n-1].word
		case Goal:
			if word = q.longKnob(t); word == "" {
				return ""
			}
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

func (q *question) longKnob(text string) string {
	left, value, _ := strings.Cut(text, "=")
	number, bio, dotted := strings.Cut(left, ".")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(q.knobs) {
		return ""
	}
	k := &q.knobs[n-1]
	name := k.Name
	if dotted {
		name += "." + bio
	}
	if !k.Numeric {
		j, err := strconv.Atoi(value)
		if err != nil || j < 1 || j > len(k.Words) {
			return ""
		}
		value = k.Words[j-1]
	}
	return name + "=" + value
}

// CodeName returns the name of the exercise that a code is of, in small letters.
func CodeName(code string) string {
	name, _, _ := strings.Cut(strings.TrimSpace(code), "-")
	return strings.ToLower(name)
}

// Errors of [Exercise.ReadCode].
var (
	ErrDamaged = errors.New("the code was mistyped or changed: its checksum does not fit")
	ErrVersion = errors.New("the code is of another version of the exercise")
)

// ReadCode reads a code of x, in any case of letters. Whether the claims are true
// only a re-run tells: [Grader.Grade].
func (x *Exercise) ReadCode(code string) (*Sheet, error) {
	code = strings.TrimSpace(code)
	letters, person, _ := strings.Cut(code, ":")
	name, letters, _ := strings.Cut(letters, "-")
	if len(code) > codeBytesMax || !strings.EqualFold(name, x.Name) {
		return nil, errors.New("the code is of no exercise " + quote(x.Name))
	}
	b, ok := bitsOf(letters)
	if !ok || person != plainPerson(person) {
		return nil, ErrDamaged
	}
	s := &Sheet{Exercise: x.Name, Person: person}
	version, part := b.take(4), b.take(digestBits)
	if b.over || version != codeVersion {
		return nil, ErrDamaged
	}
	if part != digestPart(x.Digest) {
		if !endsInChecksum(b.list, x.Name, person) {
			return nil, ErrDamaged
		}
		return nil, ErrVersion
	}
	s.Digest = x.Digest
	s.Seed = b.takeCount()
	for i := range x.questions {
		q := &x.questions[i]
		g := Given{Question: q.name}
		if claim := b.take(2); claim != claimNothing {
			g.Claim = claim == claimRight
			g.Answer = q.lengthen(b.takeText())
		}
		s.Given = append(s.Given, g)
	}
	end := b.at
	sum := b.take(checksumBits)
	spare := len(b.list) - b.at
	if b.over || spare >= 5 || b.take(spare) != 0 || sum != checksum(b.list[:end], x.Name, person) {
		return nil, ErrDamaged
	}
	return s, nil
}

// endsInChecksum reports whether some end of the bits is a checksum of what stands
// before it: then the code is whole, if of another version.
func endsInChecksum(list []byte, name, person string) bool {
	for spare := range 5 {
		end := len(list) - spare - checksumBits
		if end < 0 {
			return false
		}
		b := bits{list: list, at: end}
		if b.take(checksumBits) == checksum(list[:end], name, person) {
			return true
		}
	}
	return false
}
