package dev.migrator.internal.autogenerate.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.DowngradeChanges;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.internal.dialect.ddl.CustomAnswer;
import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.operation.Operation;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.operation.source.JavaText;

/**
 * The two methods of a Java revision.
 *
 * @param upgrade statements that call the directives of {@code op}
 * @param downgrade statements that undo that
 * @param imports the imports of the statements: {@code java.util.List},
 * {@code static dev.migrator.schema.Types.bigint}
 */
public record JavaRevisionBody(String upgrade, String downgrade, List<String> imports) {

	public JavaRevisionBody {
		imports = List.copyOf(imports);
	}

	/**
	 * Writes differences.
	 * @param differences the differences
	 * @return the bodies, empty if there are none
	 */
	public static JavaRevisionBody of(ProposedChanges differences) {
		return of(differences.changes(), differences.renameCandidates());
	}

	/**
	 * Writes changes. The statements record operations with the same effect as the
	 * operations of the changes.
	 * @param changes the changes in the order in which they run
	 * @param candidates possible renames, for a comment
	 * @return the bodies
	 */
	public static JavaRevisionBody of(List<Change> changes, List<RenameCandidate> candidates) {
		JavaCode java = new JavaCode();
		DowngradeChanges downgrade = DowngradeChanges.of(changes);
		List<String> up = new ArrayList<>();
		candidates.forEach((candidate) -> up.add(comment(candidate.toString())));
		changes.forEach((change) -> up.add(statement(change, java)));
		List<String> down = new ArrayList<>();
		if (!downgrade.irreversible().isEmpty()) {
			return new JavaRevisionBody(String.join("\n", up), refusal(downgrade.irreversible()), java.imports());
		}
		downgrade.changes().forEach((change) -> down.add(statement(change, java)));
		return new JavaRevisionBody(String.join("\n", up), String.join("\n", down), java.imports());
	}

	/**
	 * Returns a statement that refuses. An incomplete way back would be worse than none.
	 */
	private static String refusal(List<Operation> irreversible) {
		String what = irreversible.stream().map(Operation::describe).collect(Collectors.joining(", "));
		return "throw new UnsupportedOperationException(%s);"
			.formatted(JavaText.quoted("this cannot be undone: " + what));
	}

	private static String statement(Change change, JavaCode java) {
		StringBuilder text = new StringBuilder();
		if (change.loss() != null) {
			text.append(comment("destructive: " + change.loss())).append('\n');
		}
		String remark = (change.remark() != null) ? comment(change.remark() + inJava(change)) : null;
		if (remark != null && !change.isRemarkBehind()) {
			text.append(remark).append('\n');
		}
		Operation operation = change.operation();
		text.append(CustomAnswer.of(operation, "java(JavaCode)", () -> operation.java(java))).append(';');
		return ((remark != null && change.isRemarkBehind()) ? text.append('\n').append(remark) : text).toString();
	}

	/**
	 * Returns the SQL of a remark in the form of the directive.
	 */
	private static String inJava(Change change) {
		List<String> gone = (change.operation() instanceof RebuildEnum rebuild && !rebuild.columns().isEmpty()
				&& rebuild.replaced().isEmpty()) ? rebuild.gone() : List.of();
		return gone.isEmpty() ? ""
				: gone.stream()
					.map((value) -> ".replace(%s, \"...\")".formatted(JavaText.quoted(value)))
					.collect(Collectors.joining("", "\nin Java: ", ""));
	}

	/**
	 * Writes a comment. The compiler reads Unicode escapes in comments too, including a
	 * line end.
	 */
	private static String comment(String text) {
		return text.lines().map((line) -> "// " + line.replace("\\u", "\\ u")).collect(Collectors.joining("\n"));
	}

}
