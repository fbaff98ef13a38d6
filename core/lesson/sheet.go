package lesson

// Sheet is what a reader hands in: which exercise, which variant, the answers, and
// what was claimed of them. It names a person only if one was given.
type Sheet struct {
	Exercise string // its name
	Digest   string // of its text; from a code the first six digits
	Seed     uint64
	Person   string
	Given    []Given // one for each question, in order
}

// Given is an answer, "" if there is none.
type Given struct {
	Question, Answer string
	Claim            bool // it is claimed to be right
}

// personBytesMax bounds a name.
const personBytesMax = 60

// Sheet returns the sheet of these answers, which are made canonical; the claims
// are what [Variant.Check] says. Questions that are not among them have no answer;
// an answer that cannot be read is left out.
func (v *Variant) Sheet(person string, answers []Given) *Sheet {
	s := &Sheet{Exercise: v.Exercise.Name, Digest: v.Exercise.Digest, Seed: v.Seed, Person: plainPerson(person)}
	for i := range v.Exercise.questions {
		g := Given{Question: v.Exercise.questions[i].name}
		for _, a := range answers {
			if a.Question == g.Question && a.Answer != "" {
				if d := v.Check(a.Question, a.Answer); d.Problem == "" {
					g.Answer, g.Claim = d.Given, d.Right
				}
			}
		}
		s.Given = append(s.Given, g)
	}
	return s
}

// plainPerson returns a name without control characters, of bounded length.
func plainPerson(name string) string {
	b := []rune{}
	size := 0
	for _, r := range name {
		if r < ' ' || r == 0x7f || r == '\ufffd' {
			continue
		}
		if size += len(string(r)); size > personBytesMax {
			break
		}
		b = append(b, r)
	}
	for len(b) > 0 && b[0] == ' ' {
		b = b[1:]
	}
	for len(b) > 0 && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return string(b)
}

// Score is how much of an exercise is right.
type Score struct {
	Right, Of int
	Scaled    int // thousandths: 1000 is all
}

func scoreOf(right, of int) Score {
	s := Score{Right: right, Of: of}
	if of > 0 {
		s.Scaled = right * 1000 / of
	}
	return s
}
