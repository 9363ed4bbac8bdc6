package dev.migrator.internal.cli.option;

import dev.migrator.autogenerate.ModelDifferences;
import picocli.CommandLine.Option;

/**
 * The option of a command that compares the model.
 */
public final class UncomparedOptions {

	@Option(names = { "-v", "--verbose" }, description = "List all objects of kinds that are not compared.")
	boolean verbose;

	/**
	 * Reports the objects of the database that were not compared.
	 */
	public void say(Invocation invocation, ModelDifferences found) {
		UncomparedText text = new UncomparedText(found.uncompared());
		if (!text.isEmpty()) {
			invocation.say(this.verbose ? text.all() : text.firstNames());
		}
	}

}
