using Ascribe.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Language;

public sealed class LanguageIdentifierTests
{
    private static readonly LanguageIdentifier s_identifier = LanguageIdentifier.Load();

    [Theory]
    [InlineData("en", "Two soldiers were wounded when a bomb went off beside the road, the ministry said.")]
    [InlineData("es", "Dos soldados resultaron heridos cuando una bomba estalló junto a la carretera, dijo el ministerio.")]
    [InlineData("fr", "Deux soldats ont été blessés quand une bombe a explosé au bord de la route, selon le ministère.")]
    [InlineData("de", "Zwei Soldaten wurden verletzt, als neben der Straße eine Bombe explodierte, teilte das Ministerium mit.")]
    [InlineData("pt", "Dois soldados ficaram feridos quando uma bomba explodiu ao lado da estrada, informou o ministério.")]
    [InlineData("tr", "Bakanlık, yolun kenarında patlayan bombanın iki askeri yaraladığını açıkladı.")]
    [InlineData("so", "Laba askari ayaa ku dhaawacmay qarax ka dhacay waddada dhinaceeda, ayay wasaaraddu sheegtay.")]
    [InlineData("ru", "Двое солдат были ранены при взрыве бомбы у дороги, сообщили в министерстве.")]
    [InlineData("uk", "Двоє солдатів зазнали поранень унаслідок вибуху бомби біля дороги, повідомили в міністерстві.")]
    [InlineData("ar", "أصيب جنديان بجروح عندما انفجرت قنبلة بجانب الطريق، حسبما قالت الوزارة.")]
    [InlineData("fa", "وزارتخانه گفت که دو سرباز بر اثر انفجار بمبی در کنار جاده زخمی شدند.")]
    [InlineData("ur", "وزارت نے کہا کہ سڑک کے کنارے بم پھٹنے سے دو فوجی زخمی ہو گئے۔")]
    [InlineData("hi", "मंत्रालय ने कहा कि सड़क के किनारे बम फटने से दो सैनिक घायल हो गए।")]
    [InlineData("he", "שני חיילים נפצעו כשפצצה התפוצצה לצד הדרך, מסר המשרד.")]
    [InlineData("el", "Δύο στρατιώτες τραυματίστηκαν όταν εξερράγη βόμβα δίπλα στον δρόμο.")]
    [InlineData("th", "ทหารสองนายได้รับบาดเจ็บเมื่อระเบิดข้างถนน")]
    [InlineData("zh", "该部称,路边炸弹爆炸,两名士兵受伤。")]
    [InlineData("ja", "道路脇で爆弾が爆発し、兵士二人が負傷したと同省は述べた。")]
    [InlineData("ko", "국방부는 길가에서 폭탄이 터져 군인 두 명이 다쳤다고 밝혔다.")]
    public void The_language_of_a_sentence_is_told(string language, string text) => Assert.Equal(language, s_identifier.Identify(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("12:30, 4.5 % (2024)!")]
    [InlineData("🚀🔥💥")]
    [InlineData("\ud800\udc00\ud800")]
    [InlineData("ᚠᚢᚦᚨᚱᚲ")]
    public void Nothing_is_told_without_letters_of_a_known_script(string text)
    {
        Assert.Null(s_identifier.Identify(text, out var confidence));
        Assert.Equal(0, confidence);
    }

    [Fact]
    public void Case_does_not_matter()
    {
        const string Text = "Dos soldados resultaron heridos cuando una bomba estalló junto a la carretera.";
        Assert.Equal("es", s_identifier.Identify(Text.ToUpperInvariant()));
    }

    [Fact]
    public void A_name_in_another_script_does_not_matter() =>
        Assert.Equal("ru", s_identifier.Identify("Двое солдат были ранены при взрыве, сообщило агентство Reuters со ссылкой на BBC."));

    [Fact]
    public void A_sentence_is_surer_than_a_word()
    {
        s_identifier.Identify("Hotel", out var word);
        s_identifier.Identify("Two soldiers were wounded when a bomb went off beside the road.", out var sentence);
        Assert.InRange(word, 0.01, sentence);
        Assert.InRange(sentence, 0.9, 1);
    }

    [Fact]
    public void Any_text_has_one_of_the_languages_or_none()
    {
        var piece = Gen.OneOf(
            Gen.Elements("the", "de la", "и", "’", "'", "\ud83d\ude80", "\u0301", "İ", "ß", " ", "\n", "漢", "かな", "ไทย", "\u200d"),
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()));
        Prop.ForAll(piece.ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var language = s_identifier.Identify(text, out var confidence);
            return language is null ? confidence == 0 : s_identifier.Languages.Contains(language) && confidence is > 0 and <= 1;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData('a')]
    [InlineData('\'')]
    [InlineData('\u0301')]
    [InlineData('漢')]
    [InlineData('\ud800')]
    public void A_word_without_end_is_no_error(char c)
    {
        s_identifier.Identify(new string(c, 2_000));
        s_identifier.Identify(new string(c, 1_000_000));
    }

    /// <summary>Only stretches of a long text are looked at: what is beyond them can neither cost nor tell anything.</summary>
    [Fact]
    public void A_long_text_is_told_by_stretches_of_all_of_it()
    {
        const string English = "Two soldiers were wounded when a bomb went off beside the road. ";
        const string Spanish = "Dos soldados resultaron heridos cuando una bomba estalló junto a la carretera. ";
        var text = string.Concat(Enumerable.Repeat(English, 50)) + string.Concat(Enumerable.Repeat(Spanish, 5_000));
        Assert.Equal("es", s_identifier.Identify(text));
    }

    [Fact]
    public void Seventy_nine_languages_are_told_apart() => Assert.Equal(79, s_identifier.Languages.Count);
}
