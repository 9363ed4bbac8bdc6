package dev.migrator.internal.dialect.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintedExpressionTests {

	@Test
	void castOfAnArrayIsOneOfItsElements() {
		assertThat(PrintedExpression
			.settled("(s)::text = ANY ((ARRAY['A'::character varying, 'it''s (], '::character varying])::text[])"))
			.isEqualTo(
					"(s)::text = ANY (ARRAY[('A'::character varying)::text, ('it''s (], '::character varying)::text])");
	}

	@Test
	void checkOfAListOfTextsIsReadSoThatItLasts() {
		String read = PrintedExpression
			.lasting("((s)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))");

		assertThat(read).isEqualTo(
				"(s)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying]::character varying[])::text[])");
		assertThat(PrintedExpression.settled(read))
			.isEqualTo("(s)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text])");
	}

	@Test
	void castsInsideOfElementsAreOnesOfElementsToo() {
		assertThat(PrintedExpression.settled("(ARRAY[f((ARRAY[a, b])::text[], 1)])::\"My\".\"T]\"[] || x"))
			.isEqualTo("ARRAY[(f(ARRAY[(a)::text, (b)::text], 1))::\"My\".\"T]\"] || x");
	}

	@Test
	void lengthOfTheTypeIsKept() {
		assertThat(PrintedExpression.settled("(ARRAY[a])::character varying(10)[]"))
			.isEqualTo("ARRAY[(a)::character varying(10)]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a = ANY (ARRAY[1, 2])", "f('(ARRAY[a])::text[]')", "(ARRAY[a, b])[1] = 1",
			"(ARRAY[ARRAY[a], ARRAY[b]])::text[]", "\"(ARRAY[\" > 1" })
	void otherwiseNothingChanges(String sql) {
		assertThat(PrintedExpression.settled(sql)).isEqualTo(sql);
	}

}
