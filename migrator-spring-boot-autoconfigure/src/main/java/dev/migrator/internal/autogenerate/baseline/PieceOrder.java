package dev.migrator.internal.autogenerate.baseline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.internal.dialect.definition.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Orders pieces so that each comes after what it needs; by kind and name where that
 * leaves a choice, so that equal schemas are written alike.
 */
final class PieceOrder {

	private final List<Node> nodes = new ArrayList<>();

	private final Map<ObjectKey, Integer> places = new HashMap<>();

	/**
	 * Adds a piece.
	 * @param key the key of the object that it makes, or {@code null} if it makes none
	 * @param needs the keys of the objects that it needs; others than the added ones are
	 * ignored
	 * @param after the number of a piece before it, or {@code null}
	 * @return its number
	 */
	int add(SchemaPiece piece, @Nullable ObjectKey key, Collection<ObjectKey> needs, @Nullable Integer after) {
		int number = this.nodes.size();
		Set<Integer> first = new LinkedHashSet<>();
		if (after != null) {
			first.add(after);
		}
		this.nodes.add(new Node(number, piece, needs, first));
		if (key != null) {
			this.places.putIfAbsent(key, number);
		}
		return number;
	}

	/**
	 * Returns the number of the piece that makes an object.
	 */
	@Nullable Integer place(ObjectKey key) {
		return this.places.get(key);
	}

	/**
	 * Returns the pieces in their order. Objects that need each other come by kind and
	 * name.
	 */
	List<SchemaPiece> ordered() {
		Map<Integer, List<Node>> waiting = new HashMap<>();
		Map<Integer, Integer> open = new HashMap<>();
		TreeSet<Node> left = new TreeSet<>(Node.ORDER);
		PriorityQueue<Node> ready = new PriorityQueue<>(Node.ORDER);
		for (Node node : this.nodes) {
			node.needs.stream().map(this.places::get).forEach((place) -> {
				if (place != null && place != node.number) {
					node.first.add(place);
				}
			});
			node.first.forEach((place) -> waiting.computeIfAbsent(place, (key) -> new ArrayList<>()).add(node));
			open.put(node.number, node.first.size());
			(node.first.isEmpty() ? ready : left).add(node);
		}
		List<SchemaPiece> ordered = new ArrayList<>();
		while (!ready.isEmpty() || !left.isEmpty()) {
			Node next = ready.isEmpty() ? left.pollFirst() : ready.poll();
			ordered.add(next.piece);
			for (Node node : waiting.getOrDefault(next.number, List.of())) {
				if (open.merge(node.number, -1, Integer::sum) == 0 && left.remove(node)) {
					ready.add(node);
				}
			}
		}
		return ordered;
	}

	/**
	 * A piece with the numbers of those before it.
	 */
	private record Node(int number, SchemaPiece piece, Collection<ObjectKey> needs, Set<Integer> first) {

		static final Comparator<Node> ORDER = Comparator.comparing((Node node) -> node.piece.kind())
			.thenComparing((node) -> (node.piece.name().schema() != null) ? node.piece.name().schema() : "")
			.thenComparing((node) -> node.piece.name().name())
			.thenComparingInt(Node::number);

	}

}
