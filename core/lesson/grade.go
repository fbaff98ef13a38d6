package lesson

import "strings"

// Status is what a re-run found of a code.
type Status uint8

const (
	Verified Status = iota // every claim is what the re-run gives
	Altered                // a claim is not: the sheet was forged or made by another program
	Damaged                // mistyped or changed: the checksum does not fit
	Stale                  // of another version of the exercise
	Unknown                // of no exercise that is here
)

var statusNames = [...]string{"verified", "altered", "damaged", "stale", "unknown"}

func (s Status) String() string { return statusNames[s] }

// Result is a graded code.
type Result struct {
	Code    string
	Status  Status
	Problem string // why it is not verified
	Sheet   Sheet  // empty if the code could not be read
	Score   Score  // by the re-run, whatever was claimed
	Graded  []Graded
}

// Graded is one answer and what the re-run says of it.
type Graded struct {
	Question string
	Kind     Kind
	Given    string // "" if there is none
	Want     string // the right answer; of a goal ""
	Right    bool
	Claimed  bool
}

// Grader re-runs what is handed in. It keeps the variants it has run, so a class
// with one seed costs one run.
type Grader struct {
	exercises []*Exercise
	variants  []*Variant // the last few
}

// NewGrader returns a grader of these exercises.
func NewGrader(exercises []*Exercise) *Grader { return &Grader{exercises: exercises} }

// Grade reads a code and runs its variant again.
func (g *Grader) Grade(code string) Result {
	r := Result{Code: strings.TrimSpace(code), Status: Unknown}
	err := error(nil)
	for _, x := range g.exercises {
		if x.Name == "" || !strings.EqualFold(x.Name, CodeName(code)) {
			continue
		}
		var s *Sheet
		if s, err = x.ReadCode(code); err == nil {
			g.grade(x, s, &r)
			return r
		}
		if r.Status = Damaged; err == ErrVersion {
			r.Status = Stale
		}
		r.Problem = err.Error()
	}
	if r.Status == Unknown {
		r.Problem = "there is no exercise " + quote(CodeName(code))
	}
	return r
}

// GradeSheet runs a sheet's variant again, for sheets that come otherwise than as a code.
func (g *Grader) GradeSheet(s *Sheet) Result {
	r := Result{Status: Unknown, Sheet: *s, Problem: "there is no exercise " + quote(s.Exercise)}
	for _, x := range g.exercises {
		if !strings.EqualFold(x.Name, s.Exercise) {
			continue
		}
		if sameDigest(s.Digest, x.Digest) {
			r.Problem = ""
			g.grade(x, s, &r)
			return r
		}
		r.Status, r.Problem = Stale, ErrVersion.Error()
	}
	return r
}

func (g *Grader) grade(x *Exercise, s *Sheet, r *Result) {
	r.Sheet = *s
	v, err := g.variant(x, s.Seed)
	if err != nil {
		r.Status, r.Problem = Damaged, "its seed has no variant: "+err.Error()
		return
	}
	r.Status = Verified
	right := 0
	for i := range x.questions {
		q := &x.questions[i]
		one := Graded{Question: q.name, Kind: q.kind}
		for _, given := range s.Given {
			if given.Question == q.name {
				one.Given, one.Claimed = given.Answer, given.Claim
			}
		}
		if one.Given != "" {
			d := v.Check(q.name, one.Given)
			one.Right, one.Want = d.Right, d.Want
			if d.Problem != "" {
				r.Status, r.Problem = Altered, q.name+": "+d.Problem
			} else if d.Given != "" {
				one.Given = d.Given
			}
		}
		if one.Right {
			right++
		}
		if one.Right != one.Claimed && r.Status == Verified {
			r.Status = Altered
			r.Problem = q.name + ": it is claimed to be " + rightOrWrong(one.Claimed) + ", and the re-run says " + rightOrWrong(one.Right)
		}
		r.Graded = append(r.Graded, one)
	}
	r.Score = scoreOf(right, len(x.questions))
}

func rightOrWrong(right bool) string {
	if right {
		return "right"
	}
	return "wrong"
}

func sameValues(a, b []Value) bool {
	for i := range a {
		if !equal(&a[i], &b[i]) {
			return false
		}
	}
	return true
}

// variantsKept bounds the memory of a class in which every seed differs.
const variantsKept = 32

func (g *Grader) variant(x *Exercise, seed uint64) (*Variant, error) {
	for _, v := range g.variants {
		if v.Exercise == x && v.Seed == seed {
			return v, nil
		}
	}
	v, err := x.Variant(seed)
	if err != nil {
		return nil, err
	}
	for _, other := range g.variants { // another seed may have drawn the same
		if other.Exercise == x && sameValues(other.given, v.given) {
			return other, nil
		}
	}
	if len(g.variants) == variantsKept {
		g.variants = append(g.variants[:0], g.variants[1:]...)
	}
	g.variants = append(g.variants, v)
	return v, nil
}
