using TextInsights.Features;

namespace TextInsights.Tests.Features;

public class SlotRowsTests
{
    [Fact]
    public void Rows_stand_in_the_order_of_their_slots()
    {
        int[] slots = [0, 1, 63, 64, 127, 128, 190];
        ulong[] used = new ulong[3];
        foreach (int slot in slots)
        {
            used[slot / SlotRows.Word] |= 1UL << (slot % SlotRows.Word);
        }

        var rows = new SlotRows(used);

        rows.Count.Should().Be(slots.Length);
        Enumerable.Range(0, rows.SlotCount).Select(slot => rows.Of((uint)slot))
            .Should().Equal(Enumerable.Range(0, 192).Select(slot => Array.IndexOf(slots, slot) + 1));
    }

    [Fact]
    public void A_look_up_gives_the_features_with_a_row_in_their_order()
    {
        var features = new FeatureBuffer(6);
        foreach (uint slot in new uint[] { 5, 9, 5, 60 })
        {
            features.Add(slot << 26, slot);
        }

        features.Locate(new SlotRows([(1UL << 5) | (1UL << 60)]), 3, out ReadOnlySpan<int> rows, out ReadOnlySpan<float> values);

        rows.ToArray().Should().Equal(0, 0, 3);
        values.ToArray().Should().Equal(5, 5, 60);
    }
}
