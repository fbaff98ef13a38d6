package lesson

import "strconv"

// AppendCSVHead appends the head line of [Result.AppendCSV].
func AppendCSVHead(b []byte) []byte {
	return append(b, "label,person,exercise,seed,status,right,of,scaled,answers,problem,code\n"...)
}

// AppendCSV appends the result as one line; label is the caller's, such as a file's
// name. Scaled is 0 to 1 with three decimals.
func (r *Result) AppendCSV(b []byte, label string) []byte {
	b = append(appendCell(b, label), ',')
	b = append(appendCell(b, r.Sheet.Person), ',')
	b = append(appendCell(b, r.exercise()), ',')
	b = append(strconv.AppendUint(b, r.Sheet.Seed, 10), ',')
	b = append(append(b, r.Status.String()...), ',')
	b = append(strconv.AppendInt(b, int64(r.Score.Right), 10), ',')
	b = append(strconv.AppendInt(b, int64(r.Score.Of), 10), ',')
	b = append(appendScaled(b, r.Score), ',')
	answers := ""
	for i := range r.Graded {
		g := &r.Graded[i]
		if i > 0 {
			answers += "; "
		}
		answers += g.Question + ": "
		if g.Given == "" {
			answers += "no answer"
			continue
		}
		answers += g.Given + " (" + rightOrWrong(g.Right) + ")"
	}
	b = append(appendCell(b, answers), ',')
	b = append(appendCell(b, r.Problem), ',')
	return append(appendCell(b, r.Code), '\n')
}

func (r *Result) exercise() string {
	if r.Sheet.Exercise != "" {
		return r.Sheet.Exercise
	}
	return CodeName(r.Code)
}

// appendScaled writes a score as 0 to 1 with three decimals.
func appendScaled(b []byte, s Score) []byte {
	b = strconv.AppendInt(b, int64(s.Scaled/1000), 10)
	return append(append(b, '.'), strconv.Itoa(1000 + s.Scaled%1000)[1:]...)
}

// appendCell writes text as a cell. A cell that a spreadsheet would take for a
// formula gets an apostrophe before it.
func appendCell(b []byte, text string) []byte {
	if text == "" {
		return b
	}
	formula := text[0] == '=' || text[0] == '+' || text[0] == '-' || text[0] == '@'
	plain := !formula
	for i := range len(text) {
		if c := text[i]; c == '"' || c == ',' || c < ' ' || c == ';' {
			plain = false
		}
	}
	if plain {
		return append(b, text...)
	}
	b = append(b, '"')
	if formula {
		b = append(b, '\'')
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			b = append(b, `""`...)
		case c < ' ':
			b = append(b, ' ')
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// AppendJSON appends the result as one object on one line.
func (r *Result) AppendJSON(b []byte, label string) []byte {
	b = appendMember(append(b, '{'), "label", label)
	b = appendMember(append(b, ','), "person", r.Sheet.Person)
	b = appendMember(append(b, ','), "exercise", r.exercise())
	b = appendMember(append(b, ','), "digest", r.Sheet.Digest)
	b = strconv.AppendUint(append(b, `,"seed":`...), r.Sheet.Seed, 10)
	b = appendMember(append(b, ','), "status", r.Status.String())
	b = appendMember(append(b, ','), "problem", r.Problem)
	b = strconv.AppendInt(append(b, `,"right":`...), int64(r.Score.Right), 10)
	b = strconv.AppendInt(append(b, `,"of":`...), int64(r.Score.Of), 10)
	b = appendScaled(append(b, `,"scaled":`...), r.Score)
	b = append(b, `,"answers":[`...)
	for i := range r.Graded {
		g := &r.Graded[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = appendMember(append(b, '{'), "question", g.Question)
		b = appendMember(append(b, ','), "kind", g.Kind.String())
		b = appendMember(append(b, ','), "given", g.Given)
		b = appendMember(append(b, ','), "want", g.Want)
		b = strconv.AppendBool(append(b, `,"right":`...), g.Right)
		b = strconv.AppendBool(append(b, `,"claimed":`...), g.Claimed)
		b = append(b, '}')
	}
	b = append(b, ']')
	b = appendMember(append(b, ','), "code", r.Code)
	return append(b, '}')
}

// AppendJSON appends the sheet as one object on one line.
func (s *Sheet) AppendJSON(b []byte) []byte {
	b = appendMember(append(b, '{'), "exercise", s.Exercise)
	b = appendMember(append(b, ','), "digest", s.Digest)
	b = strconv.AppendUint(append(b, `,"seed":`...), s.Seed, 10)
	b = appendMember(append(b, ','), "person", s.Person)
	b = append(b, `,"answers":[`...)
	for i := range s.Given {
		g := &s.Given[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = appendMember(append(b, '{'), "question", g.Question)
		b = appendMember(append(b, ','), "answer", g.Answer)
		b = strconv.AppendBool(append(b, `,"claim":`...), g.Claim)
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

func appendMember(b []byte, name, text string) []byte {
	b = append(append(append(b, '"'), name...), `":"`...)
	const hex = "0123456789abcdef"
	for _, r := range text { // a broken byte becomes U+FFFD
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ' || r == '<' || r == 0x2028 || r == 0x2029:
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			b = append(b, string(r)...)
		}
	}
	return append(b, '"')
}
