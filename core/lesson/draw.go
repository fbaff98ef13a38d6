package lesson

// chance is splitmix64.
type chance uint64

func (c *chance) next() uint64 {
	*c += 0x9e3779b97f4a7c15
	z := uint64(*c)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (c *chance) below(n int) int { return int(c.next() % uint64(n)) }

// draw gives every parameter a value.
func (x *Exercise) draw(c *chance) []Value {
	values := make([]Value, len(x.params))
	for i := range x.params {
		q := &x.params[i]
		if !q.order {
			values[i] = q.values[c.below(len(q.values))]
			continue
		}
		list := append([]Value(nil), q.values...)
		for n := len(list); n > 1; n-- {
			j := c.below(n)
			list[n-1], list[j] = list[j], list[n-1]
		}
		values[i] = Value{Type: ListOf(q.typ), List: list}
	}
	return values
}

// Each calls yield for every variant there is, whatever the seed, until it returns
// false. It fails where [Exercise.Variant] would. There may be very many.
func (x *Exercise) Each(yield func(*Variant) bool) error {
	values := make([]Value, len(x.params))
	var failed error
	var from func(i int) bool
	from = func(i int) bool {
		if i < len(values) {
			return x.params[i].each(func(value Value) bool {
				values[i] = value
				return from(i + 1)
			})
		}
		v, ok, err := x.drawn(append([]Value(nil), values...))
		if failed = err; err != nil {
			return false
		}
		return !ok || yield(v)
	}
	from(0)
	return failed
}

// each yields every value of q, of an order every order.
func (q *param) each(yield func(Value) bool) bool {
	if !q.order {
		for _, value := range q.values {
			if !yield(value) {
				return false
			}
		}
		return true
	}
	list := append([]Value(nil), q.values...)
	var from func(i int) bool
	from = func(i int) bool {
		if i == len(list) {
			return yield(Value{Type: ListOf(q.typ), List: append([]Value(nil), list...)})
		}
		for j := i; j < len(list); j++ {
			list[i], list[j] = list[j], list[i]
			on := from(i + 1)
			list[i], list[j] = list[j], list[i]
			if !on {
				return false
			}
		}
		return true
	}
	return from(0)
}
