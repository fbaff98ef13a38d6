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

// ranges of causes, in order. The rules of a range are an array by cause, which is
// there before the program begins.
var ranges = [...]struct {
	from  Cause
	rules []Rule
}{
	{causeCommon, rulesCommon},
	{cause2624, rules2624},
	{causeDeadline, rulesDeadline},
	{causeAntic, rulesAntic},
	{causeCFQ2624, rulesCFQ2624},
	{cause44, rules44},
	{causeCFQ44, rulesCFQ44},
	{cause618, rules618},
	{causeMQDeadline, rulesMQDeadline},
	{causeKyber, rulesKyber},
}

// Rule returns what there is to say about c; the zero Rule for 0 or an unknown cause.
func (c Cause) Rule() Rule {
	for i := len(ranges) - 1; i >= 0; i-- {
		if r := &ranges[i]; c >= r.from {
			if n := int(c - r.from); n < len(r.rules) {
				return r.rules[n]
			}
			break
		}
	}
	return Rule{}
}

// Causes calls yield for each known cause in order of number.
func Causes(yield func(Cause, Rule) bool) {
	for i := range ranges {
		for n, rule := range ranges[i].rules {
			if rule.Name != "" && !yield(ranges[i].from+Cause(n), rule) {
				return
			}
		}
	}
}
