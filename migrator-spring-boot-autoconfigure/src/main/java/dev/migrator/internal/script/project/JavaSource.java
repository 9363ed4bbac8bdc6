package dev.migrator.internal.script.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.script.project.JavaTokens.Token;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotation of a Java revision that is not compiled yet. An instance reads one
 * source only.
 */
public final class JavaSource {

	private static final String ANNOTATION = "RevisionScript";

	private static final Set<String> TYPE = Set.of("class", "record", "enum");

	private final String file;

	private final List<Token> tokens;

	private int next;

	private JavaSource(String file, String source) {
		this.file = file;
		this.tokens = JavaTokens.of(source);
	}

	/**
	 * Reads a revision.
	 * @param file the name of the source in messages
	 * @param source the source
	 * @return the revision, with the name of the class as its source, or {@code null} if
	 * the class is not a revision
	 * @throws NewRevisionException if its values are not literals
	 */
	static @Nullable public Revision read(String file, String source) {
		return source.contains("@") ? new JavaSource(file, source).read() : null;
	}

	private @Nullable Revision read() {
		String packageName = "";
		while (this.next < this.tokens.size()) {
			if (at("package") && packageName.isEmpty()) {
				this.next++;
				packageName = qualifiedName() + ".";
			}
			else if (at("@")) {
				this.next++;
				String annotation = qualifiedName();
				if (annotation.substring(annotation.lastIndexOf('.') + 1).equals(ANNOTATION) && at("(")) {
					return revision(packageName);
				}
			}
			else {
				this.next++;
			}
		}
		return null;
	}

	private Revision revision(String packageName) {
		Map<String, List<String>> facts = new HashMap<>();
		while (!at(")")) {
			this.next++;
			String member = token().text();
			this.next++;
			if (!at("=")) {
				throw unreadable();
			}
			this.next++;
			facts.put(member, at("{") ? array() : List.of(string()));
		}
		while (!TYPE.contains(token().text())) {
			this.next++;
		}
		this.next++;
		return new Revision(one(facts, "revision"), facts.getOrDefault("revises", List.of()),
				facts.getOrDefault("dependsOn", List.of()), facts.getOrDefault("branchLabels", List.of()),
				one(facts, "message"), packageName + token().text());
	}

	private static String one(Map<String, List<String>> facts, String member) {
		return String.join("", facts.getOrDefault(member, List.of()));
	}

	private List<String> array() {
		List<String> values = new ArrayList<>();
		this.next++;
		while (!at("}")) {
			values.add(string());
			if (at(",")) {
				this.next++;
			}
		}
		this.next++;
		return values;
	}

	private String string() {
		StringBuilder value = new StringBuilder();
		while (true) {
			Token token = token();
			if (!token.string() && !token.is("true") && !token.is("false")) {
				throw unreadable();
			}
			value.append(token.text());
			this.next++;
			if (!at("+")) {
				return value.toString();
			}
			this.next++;
		}
	}

	private String qualifiedName() {
		StringBuilder name = new StringBuilder(token().text());
		this.next++;
		while (at(".")) {
			this.next++;
			name.append('.').append(token().text());
			this.next++;
		}
		return name.toString();
	}

	private boolean at(String text) {
		return this.next < this.tokens.size() && this.tokens.get(this.next).is(text);
	}

	private Token token() {
		if (this.next >= this.tokens.size()) {
			throw unreadable();
		}
		return this.tokens.get(this.next);
	}

	private NewRevisionException unreadable() {
		int line = this.tokens.get(Math.min(this.next, this.tokens.size() - 1)).line();
		return new NewRevisionException(
				"The Java revision " + this.file + " is not compiled yet, and its @RevisionScript cannot be read from "
						+ "the source: line " + line + " does not have a string.",
				"Build the project, so that its class can be read.");
	}

}
