using TextInsights.Segmentation;

namespace TextInsights.Features;

/// <summary>The atoms of a sentence between boundaries, in a buffer that grows and is reused from sentence to sentence.</summary>
internal sealed class SentenceAtoms
{
    private TokenAtoms[] _atoms = new TokenAtoms[128];
    private int _length;

    /// <summary>The sentence's tokens with <see cref="EntityFeatures.Reach"/> boundaries on each side.</summary>
    public ReadOnlySpan<TokenAtoms> Padded => _atoms.AsSpan(0, _length);

    public void Read(SegmentedText text, SentenceRange sentence)
    {
        _length = sentence.TokenCount + (2 * EntityFeatures.Reach);
        if (_atoms.Length < _length)
        {
            _atoms = new TokenAtoms[Math.Max(_length, 2 * _atoms.Length)];
        }

        for (int k = 0; k < EntityFeatures.Reach; k++)
        {
            _atoms[k] = WordAtoms.Boundary;
            _atoms[_length - 1 - k] = WordAtoms.Boundary;
        }

        for (int i = 0; i < sentence.TokenCount; i++)
        {
            _atoms[i + EntityFeatures.Reach] = WordAtoms.Of(text[sentence.FirstToken + i]);
        }
    }
}
