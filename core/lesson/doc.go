// Package lesson is exercises as text: a story, a scenario with parameters drawn
// from a seed, questions, and checks over what the run did. The right answer is
// never written down; it is what the core's own run gives.
//
//	text ──Parse──▶ Exercise ──Variant(seed)──▶ Variant ──Check(question, answer)──▶ Verdict
//	                   │                           └── Runs, Questions: what a reader sees
//	                   └── Lint: what is wrong with it      Sheet, Code, Grade: what is handed in
//
// # A lesson
//
//	version 1
//	name gap
//	title When does the write leave?
//	# drawn from the seed, and drawn again if it is on a whole millisecond
//	param tenth 3..99
//	require tenth % 10 != 0
//	variant base tenth=25
//	let sent us(tenth * 100)
//
//	story
//	  An editor saves one block at {sent} and goes on.
//
//	run main
//	  version 1
//	  kernel 2.6.24
//	  elevator noop
//	  task 1
//	    sleep until {sent}
//	    write 0 +8
//
//	predict leaves
//	  ask When does the request reach the device (D), in ms?
//	  answer time(D)
//	  wrong sent + 3ms
//	    The timer counts ticks, not milliseconds.
//	  right
//	    One tick of 4 ms, and it ends at an edge.
//	  look line(D)
//	  hint How long is a tick?
//
// Comments stand on lines of their own. What is indented under a line belongs to
// it. Text goes on in the lines under its statement, a blank line begins a
// paragraph, and {EXPRESSION} is replaced by its value; {{ and }} are braces.
//
//	param NAME VALUE...     numbers, ranges A..B, or words
//	order NAME VALUE...     a list: these values in an order drawn from the seed
//	let NAME EXPR           of parameters and earlier lets
//	require EXPR            may look at runs too: require count(M) > 0
//	variant NAME P=V...     for orders V,V,V; the first has seed 0, the next 1, ...
//	run NAME [LABEL]        a scenario (package scenario); the first is the one asked about
//	show causes             the reader needs the records that blktrace does not print
//	hint TEXT               to the exercise as a whole
//	words LANGUAGE          the texts in another language; see below
//	allow RULE REASON       silences a rule of the linter
//
// A run's lines may stand in loops and conditions, which an end line closes:
//
//	for s in order          for i in 1..4          if late > 0
//	  write {s} +8            write {i * 8} +8       sleep until {ms(late)}
//	end                     end                    end
//
// or the run is another one with knobs turned: "like main", "turn elevator noop".
//
// # Questions
//
// Each begins with its kind and its name. All have "ask TEXT", "hint TEXT" (many),
// "right TEXT" and "otherwise TEXT" (the reply to any other answer), "wrong EXPR"
// with a reply under it, "on RUN" if it is not about the first run, and "look EXPR",
// the number of the event at which the answer can be seen.
//
//	predict   answer EXPR: a number, a time, a word or a list of such
//	          slot TEXT for each element, if the list has a fixed length
//	          offer VALUE...: values to choose among
//	explain   answer EXPR: a choice's word, or a list of them with slots
//	          choice WORD TEXT
//	goal      knob NAME LOW..HIGH [step S], or knob NAME WORD...: what may be turned
//	          turn N: at most so many knobs
//	          check EXPR, with what it means under it
//	          least NAME: the smallest value that will do is asked for
//
// In a goal's checks and replies what is not said of another run is said of the one
// with the knobs turned. Knobs are settings, ioprio.N, clone_io.N and sector: the
// sector of one bio. An answer is written like "unplug_thresh=5 sector.3=1000".
//
// # Words in another language
//
// They stand at the end: the lesson's statements with nothing but their texts, in the
// same order, so that the second wrong is the reply to the second wrong answer. Values
// in braces stay. What has no text there is said in the lesson's own words.
//
//	words zh
//	  title 这个写什么时候离开？
//	  story
//	    编辑器在 {sent} 保存一个块，然后继续往下做。
//	  run main 主运行
//	  question leaves
//	    ask 请求在什么时刻到达设备（D）？
//	    wrong 定时器数的是 tick，不是毫秒。
//
// [Exercise.In] tells a lesson so. Seeds, answers, codes and the digest do not depend
// on it.
//
// # Expressions
//
// Numbers, times (2.5ms, 400us), "words", [lists]; + - * / %, = != < <= > >=, and,
// or, not; list[1] is the first element. Integers only; times are exact.
//
//	count(D)  count(G where task = 1)  time(UT)  lines(Q|M)  sectors(D)[2]
//	count(Q where number < line(D))            events before the first D
//	unplugs(D where sector = 0)[1]             "plug-off-timer", "flush-sleep", ...
//	count(join)                                records that blktrace does not print
//	noop.count(D)  unplug_thresh  noop.hz      another run, and settings of a run
//	q2c_max  seeks  blocked  end               figures of a run
//	ioc("fork-parent")                         refcount, active_ref, nr_tasks
//
// [Words] lists all names with what they mean.
package lesson

// Words lists what expressions may name: functions, fields of events, figures of
// runs; each with what it means.
func Words() (list []Text) {
	for i := range functions {
		f := &functions[i]
		label := "function"
		if f.selects {
			label = "function of events"
		}
		list = append(list, Text{f.name, label, f.text})
	}
	for i := range fields {
		list = append(list, Text{fields[i].name, "field of an event", fields[i].text})
	}
	for i := range figures {
		list = append(list, Text{figures[i].name, "figure of a run", figures[i].text})
	}
	return list
}
