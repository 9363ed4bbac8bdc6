package dev.migrator.internal.cli.option;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.cli.output.Json;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UncomparedTextTests {

	private final List<UncomparedObject> objects = new ArrayList<>();

	@Test
	void firstNamesOfEachKindAreSaid() {
		add("function", "add_days(date,integer)", "age_of(date)", "audit()", "more()", "most()");
		add("policy", "owner_only on accounts");
		add("view", "active_users", "daily_totals", "open_orders");

		assertThat(new UncomparedText(this.objects).firstNames()).isEqualTo("""
				The database has objects of kinds that are not compared:
				  5 functions: add_days(date,integer), age_of(date), audit() and 2 more
				  1 policy: owner_only on accounts
				  3 views: active_users, daily_totals, open_orders
				List all of them: -v""");
	}

	@Test
	void nothingIsAdvisedWhereAllAreNamed() {
		add("operator class", "pairs USING btree", "triples USING btree");

		assertThat(new UncomparedText(this.objects).firstNames()).isEqualTo("""
				The database has objects of kinds that are not compared:
				  2 operator classes: pairs USING btree, triples USING btree""");
	}

	@Test
	void allOfThemHaveALineEach() {
		add("function", "add_days(date,integer)", "age_of(date)", "audit()", "more()");
		add("view", "active_users");

		assertThat(new UncomparedText(this.objects).all()).isEqualTo("""
				The database has objects of kinds that are not compared:
				  4 functions:
				    add_days(date,integer)
				    age_of(date)
				    audit()
				    more()
				  1 view:
				    active_users""");
	}

	@Test
	void nameStaysInItsLine() {
		add("view", "\"a\n\u001b[2Jb\"");

		assertThat(new UncomparedText(this.objects).firstNames()).isEqualTo("""
				The database has objects of kinds that are not compared:
				  1 view: "a\\n\\u001B[2Jb\"""");
		assertThat(new UncomparedText(this.objects).all()).endsWith("    \"a\\n\\u001B[2Jb\"");
	}

	@Test
	void programsGetAllOfThem() {
		add("partition", "p1", "p2", "p3", "p4");
		add("view", "v");

		assertThat(Json.of(new UncomparedText(this.objects).json())).isEqualTo("""
				[
				  {
				    "kind": "partition",
				    "names": [
				      "p1",
				      "p2",
				      "p3",
				      "p4"
				    ]
				  },
				  {
				    "kind": "view",
				    "names": [
				      "v"
				    ]
				  }
				]""");
	}

	private void add(String kind, String... names) {
		for (String name : names) {
			this.objects.add(new UncomparedObject(kind, null, name, name));
		}
	}

}
