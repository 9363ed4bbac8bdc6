package dev.migrator.internal.autogenerate.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Table;

/**
 * Sorts tables so that each comes after the tables that it references, as far as
 * possible. If foreign keys form a cycle, the first of its tables by name comes first.
 */
public final class TableOrder {

	private TableOrder() {
	}

	static List<Table> referencedFirst(Collection<Table> tables) {
		Map<ObjectName, Table> waiting = new LinkedHashMap<>();
		tables.forEach((table) -> waiting.put(table.name(), table));
		Map<ObjectName, Integer> open = new HashMap<>();
		Map<ObjectName, List<ObjectName>> referencing = new HashMap<>();
		Deque<ObjectName> ready = new ArrayDeque<>();
		for (Table table : tables) {
			int count = 0;
			for (ForeignKey key : foreignKeys(table)) {
				if (!key.table().equals(table.name()) && waiting.containsKey(key.table())) {
					referencing.computeIfAbsent(key.table(), (name) -> new ArrayList<>()).add(table.name());
					count++;
				}
			}
			open.put(table.name(), count);
			if (count == 0) {
				ready.add(table.name());
			}
		}
		List<Table> ordered = new ArrayList<>();
		while (!waiting.isEmpty()) {
			ObjectName next = ready.isEmpty() ? waiting.keySet().iterator().next() : ready.poll();
			Table table = waiting.remove(next);
			if (table == null) {
				continue;
			}
			ordered.add(table);
			for (ObjectName name : referencing.getOrDefault(next, List.of())) {
				if (open.merge(name, -1, Integer::sum) == 0) {
					ready.add(name);
				}
			}
		}
		return ordered;
	}

	public static List<ForeignKey> foreignKeys(Table table) {
		return table.constraints().stream().filter(ForeignKey.class::isInstance).map(ForeignKey.class::cast).toList();
	}

}
