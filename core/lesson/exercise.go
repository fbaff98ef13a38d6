package lesson

// Kind is what a question asks for.
type Kind uint8

const (
	Predict Kind = iota // a number, a time or a list, before the run is seen
	Explain             // a choice, or one for each of several places
	Goal                // a run that meets the checks, by turning knobs
)

var kindNames = [...]string{"predict", "explain", "goal"}

func (k Kind) String() string { return kindNames[k] }

// Exercise is a lesson's text, read and checked. It is never changed; variants of
// it are made by [Exercise.Variant].
type Exercise struct {
	Name       string // a short word, as in e01
	Digest     string // of the canonical text without other languages' words: 16 hexadecimal digits
	Language   string // of its words, as In gave them; "" if they are its own
	ShowCauses bool   // the reader needs the records that blktrace does not print

	title, story *prose
	params       []param
	named        []namedVariant
	lets         []let
	requires     []*expr
	runs         []runTemplate
	questions    []question
	hints        []*prose
	words        []worded
	allowed      []allowance
	statements   []statement // for the linter
	left         *int        // records that its runs may still make; nil: no bound
}

// param is drawn from the seed: one of its values, or all of them in some order.
type param struct {
	name   string
	typ    Type // of one value
	values []Value
	order  bool
	pos    Pos
}

// typeOf returns the type of what the parameter stands for.
func (p *param) typeOf() Type {
	if p.order {
		return ListOf(p.typ)
	}
	return p.typ
}

// namedVariant is a variant with a name; the first has seed 0, the next 1, ...
type namedVariant struct {
	name   string
	values []Value // by parameter
	pos    Pos
}

type let struct {
	name string
	expr *expr
	pos  Pos
}

type runTemplate struct {
	name     string
	label    *prose
	template template
	pos      Pos
}

// question is a question as the lesson has it.
type question struct {
	kind      Kind
	name      string
	on        string // the run it is about, or starts from
	ask       *prose
	slots     []*prose
	answer    *expr
	offer     []Value
	choices   []choice
	knobs     []Knob
	turn      int // at most so many knobs; 0: any
	least     string
	checks    []check
	wrongs    []wrong
	right     *prose
	otherwise *prose
	look      *expr
	hints     []*prose
	pos       Pos
	answerPos Pos
}

type choice struct {
	word string
	text *prose
	pos  Pos
}

type check struct {
	expr *expr
	text *prose // what it says in words; nil: its expression
}

// wrong is a wrong answer that the author foresaw: its value, or, of a goal, a
// condition on the run.
type wrong struct {
	expr  *expr
	reply *prose
}

// allowance silences a rule of the linter, with a reason.
type allowance struct {
	rule, reason string
	pos          Pos
}

func (x *Exercise) question(name string) *question {
	for i := range x.questions {
		if x.questions[i].name == name {
			return &x.questions[i]
		}
	}
	return nil
}

func (x *Exercise) run(name string) *runTemplate {
	for i := range x.runs {
		if x.runs[i].name == name {
			return &x.runs[i]
		}
	}
	return nil
}
