package trace

// Cause names the rule behind a record. Each generation and elevator has a
// range of its own, listed in its own file (cause_*.go), so that none needs to
// know the others.
type Cause uint16

// Ranges of causes.
const (
	causeCommon     Cause = 1
	cause2624       Cause = 100
	causeDeadline   Cause = 200
	causeAntic      Cause = 230
	causeCFQ2624    Cause = 260
	cause44         Cause = 300
	causeCFQ44      Cause = 350
	cause618        Cause = 400
	causeMQDeadline Cause = 450
	causeKyber      Cause = 470
	causeEnd        Cause = 500
)

// Rule is what there is to say about a cause.
type Rule struct {
	// Name is a stable key in kebab-case; front ends translate by it.
	Name string
	// Func is the kernel function in which the rule stands.
	Func string
	// Text is one English sentence. {A}, {B}, {sector}, {sectors}, {req}, {bio}, {task}
	// stand for the record's fields; {A.ms} for a time in ms.
	Text string
}

var rules [causeEnd]Rule

// register fills a range of rules; called by the package variables of the cause files.
func register(table map[Cause]Rule) bool {
	for c, r := range table {
		if rules[c].Name != "" {
			panic("trace: two rules for one cause: " + r.Name)
		}
		rules[c] = r
	}
	return true
}

// Rule returns what there is to say about c; the zero Rule for 0 or an unknown cause.
func (c Cause) Rule() Rule {
	if c < causeEnd {
		return rules[c]
	}
	return Rule{}
}

// Causes calls yield for each known cause in order of number.
func Causes(yield func(Cause, Rule) bool) {
	for c, r := range rules {
		if r.Name != "" && !yield(Cause(c), r) {
			return
		}
	}
}
