package dev.migrator.result;

import java.util.List;

import dev.migrator.autogenerate.ModelDifferences;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check.
 *
 * @param findings the problems that were found
 * @param model the differences between the database and the model, or {@code null} if the
 * two were not compared
 */
public record CheckResult(List<Finding> findings, @Nullable ModelDifferences model) {

	public CheckResult {
		findings = List.copyOf(findings);
	}

}
