package lesson

import "strconv"

// plural returns "1 knob", "3 knobs".
func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return strconv.Itoa(n) + " " + what
}
