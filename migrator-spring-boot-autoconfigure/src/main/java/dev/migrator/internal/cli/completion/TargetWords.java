package dev.migrator.internal.cli.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.result.History;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionRange;

/**
 * The targets that shells complete.
 */
public final class TargetWords {

	private TargetWords() {
	}

	/**
	 * Returns the ids with their messages, and the labels, the newest first. A name that
	 * a shell would not take as one plain word is left out.
	 */
	public static List<CompletedWord> of(History history) {
		Set<String> heads = Set.copyOf(history.heads().stream().map(RevisionStatus::revision).toList());
		Map<String, CompletedWord> words = new LinkedHashMap<>();
		for (RevisionStatus revision : history.range(RevisionRange.all())) {
			String id = revision.revision();
			String message = revision.message().isBlank() ? "no message" : revision.message();
			add(words, id, heads.contains(id) ? message + " (head)" : message);
			for (String label : revision.branchLabels()) {
				add(words, label, "branch label of " + id);
				add(words, label + "@head", "head of the branch " + label);
			}
		}
		return List.copyOf(words.values());
	}

	/**
	 * Each word once: what two words of a list have in common is inserted by bash.
	 */
	private static void add(Map<String, CompletedWord> words, String word, String description) {
		CompletedWord completed = new CompletedWord(word, description);
		if (completed.isPlain()) {
			words.putIfAbsent(word, completed);
		}
	}

	/**
	 * Returns what is a target in every application.
	 * @param command the command that takes it
	 */
	static List<CompletedWord> fixed(String command) {
		List<CompletedWord> words = new ArrayList<>();
		words.add(new CompletedWord("head", "the only head"));
		words.add(new CompletedWord("heads", "all heads"));
		words.add(new CompletedWord("base", "before the first revision"));
		switch (command) {
			case "upgrade" -> words.add(new CompletedWord("+1", "the next revision"));
			case "downgrade" -> words.add(new CompletedWord("-1", "the last revision is undone"));
			case "show", "edit", "history" -> words.add(new CompletedWord("current", "where the database is"));
			default -> {
			}
		}
		return words;
	}

}
