package dev.migrator.internal.script.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import dev.migrator.internal.problem.Sha256;

/**
 * Collects the problems of one script.
 */
public final class ScriptProblems {

	private final String script;

	private final List<ScriptProblem> problems = new ArrayList<>();

	public ScriptProblems(String script) {
		this.script = script;
	}

	public void add(int line, String what, String remedy) {
		this.problems.add(new ScriptProblem(this.script, line, what, remedy));
	}

	/**
	 * Adds the problem that the script cannot be read.
	 * @param file the script
	 * @param cause the reason
	 */
	public void addUnreadable(FoundScript file, IOException cause) {
		if (file.isFolder()) {
			add(0, "is a folder, but its name ends like that of a script", "rename it");
		}
		else {
			add(0, "cannot be read (" + cause + ")", "check its permissions, or move it elsewhere");
		}
	}

	/**
	 * Adds the problem that the script has no id, with the smallest valid header. Its id
	 * is made from the script's name, so that it can be used as it is.
	 * @param misspelt whether the first line looks like a misspelt {@code revision}
	 * @param withMarker whether the script has no sections either
	 */
	public void addMissingHeader(boolean misspelt, boolean withMarker) {
		String hint = misspelt ? "did you mean \"revision\" in the first line? If not, begin" : "begin";
		add(1, "the script has no revision id", hint + " it with\n\n      -- revision: " + suggestedId()
				+ (withMarker ? "\n      -- migrator:upgrade" : "")
				+ "\n\n    and a line \"-- revises: \" with an id after the first, if it follows another revision");
	}

	private String suggestedId() {
		byte[] name = this.script.substring(this.script.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8);
		return HexFormat.of().formatHex(Sha256.begin().digest(name)).substring(0, 12);
	}

	public boolean isEmpty() {
		return this.problems.isEmpty();
	}

	public List<ScriptProblem> inOrderOfLines() {
		return this.problems.stream().sorted(Comparator.comparingInt(ScriptProblem::line)).toList();
	}

}
